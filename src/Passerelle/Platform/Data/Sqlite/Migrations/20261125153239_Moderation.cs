using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Passerelle.Platform.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Moderation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "HiddenAt",
                table: "Post",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "HiddenAt",
                table: "Comment",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ModerationCase",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PostId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CommentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AuthorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", nullable: true),
                    ReasonLanguage = table.Column<string>(type: "TEXT", nullable: true),
                    AppealedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Appeal = table.Column<string>(type: "TEXT", nullable: true),
                    AppealLanguage = table.Column<string>(type: "TEXT", nullable: true),
                    AnsweredBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Answer = table.Column<string>(type: "TEXT", nullable: true),
                    AnswerLanguage = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ModerationCase", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ModerationCase_Persons_AnsweredBy",
                        column: x => x.AnsweredBy,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ModerationCase_Persons_AuthorId",
                        column: x => x.AuthorId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ModerationCase_Persons_DecidedBy",
                        column: x => x.DecidedBy,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ModerationCase_Post_PostId",
                        column: x => x.PostId,
                        principalTable: "Post",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Report",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReporterId = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Words = table.Column<string>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Report", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Report_ModerationCase_CaseId",
                        column: x => x.CaseId,
                        principalTable: "ModerationCase",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Report_Persons_ReporterId",
                        column: x => x.ReporterId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ModerationCase_AnsweredBy",
                table: "ModerationCase",
                column: "AnsweredBy");

            migrationBuilder.CreateIndex(
                name: "IX_ModerationCase_AuthorId",
                table: "ModerationCase",
                column: "AuthorId");

            migrationBuilder.CreateIndex(
                name: "IX_ModerationCase_DecidedBy",
                table: "ModerationCase",
                column: "DecidedBy");

            migrationBuilder.CreateIndex(
                name: "IX_ModerationCase_PostId_CommentId",
                table: "ModerationCase",
                columns: new[] { "PostId", "CommentId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Report_CaseId",
                table: "Report",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Report_ReporterId",
                table: "Report",
                column: "ReporterId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Report");

            migrationBuilder.DropTable(
                name: "ModerationCase");

            migrationBuilder.DropColumn(
                name: "HiddenAt",
                table: "Post");

            migrationBuilder.DropColumn(
                name: "HiddenAt",
                table: "Comment");
        }
    }
}
