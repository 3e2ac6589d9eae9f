using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Passerelle.Platform.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class TranslationDesk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Readers",
                table: "TextIndex",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "SourceWords",
                table: "TextIndex",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "Waits",
                table: "TextIndex",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateOnly>(
                name: "WantedBy",
                table: "TextIndex",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "KeptPair",
                columns: table => new
                {
                    Number = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    From = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    To = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    Source = table.Column<string>(type: "TEXT", nullable: false),
                    Target = table.Column<string>(type: "TEXT", nullable: false),
                    Context = table.Column<long>(type: "INTEGER", nullable: false),
                    ContextBack = table.Column<long>(type: "INTEGER", nullable: false),
                    File = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Owner = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Property = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    SegmentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    By = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeptPair", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "ParityDay",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Section = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    Words = table.Column<int>(type: "INTEGER", nullable: false),
                    Ready = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ParityDay", x => new { x.Day, x.Section, x.Language });
                });

            migrationBuilder.CreateTable(
                name: "TranslationUnit",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Owner = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Property = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Published = table.Column<string>(type: "TEXT", nullable: true),
                    BeganAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    HandedInAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    HandedInBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    ReadAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReadBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    AskedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AssignedTo = table.Column<Guid>(type: "TEXT", nullable: true),
                    Due = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WaivedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TranslationUnit", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TranslationUnit_Persons_AssignedTo",
                        column: x => x.AssignedTo,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PairRemoval",
                columns: table => new
                {
                    Number = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Pair = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PairRemoval", x => x.Number);
                    table.ForeignKey(
                        name: "FK_PairRemoval_KeptPair_Pair",
                        column: x => x.Pair,
                        principalTable: "KeptPair",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Dismissal",
                columns: table => new
                {
                    SegmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Dismissal", x => new { x.SegmentId, x.Key });
                    table.ForeignKey(
                        name: "FK_Dismissal_TranslationUnit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "TranslationUnit",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "SegmentNote",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SegmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AuthorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SegmentNote", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SegmentNote_TranslationUnit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "TranslationUnit",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "UnitSegment",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Source = table.Column<string>(type: "TEXT", nullable: false),
                    Target = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Was = table.Column<string>(type: "TEXT", nullable: true),
                    By = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: true),
                    HandedIn = table.Column<string>(type: "TEXT", nullable: true),
                    ReadBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UnitSegment", x => x.Id);
                    table.ForeignKey(
                        name: "FK_UnitSegment_TranslationUnit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "TranslationUnit",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateIndex(
                name: "IX_TextIndex_Waits_Language_WantedBy",
                table: "TextIndex",
                columns: new[] { "Waits", "Language", "WantedBy" });

            migrationBuilder.CreateIndex(
                name: "IX_Dismissal_UnitId",
                table: "Dismissal",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_KeptPair_OwnerId",
                table: "KeptPair",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_KeptPair_SegmentId",
                table: "KeptPair",
                column: "SegmentId");

            migrationBuilder.CreateIndex(
                name: "IX_PairRemoval_Pair",
                table: "PairRemoval",
                column: "Pair",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SegmentNote_UnitId",
                table: "SegmentNote",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_TranslationUnit_AssignedTo_Due",
                table: "TranslationUnit",
                columns: new[] { "AssignedTo", "Due" });

            migrationBuilder.CreateIndex(
                name: "IX_TranslationUnit_OwnerId_Owner_Property_Language",
                table: "TranslationUnit",
                columns: new[] { "OwnerId", "Owner", "Property", "Language" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_UnitSegment_UnitId",
                table: "UnitSegment",
                column: "UnitId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Dismissal");

            migrationBuilder.DropTable(
                name: "PairRemoval");

            migrationBuilder.DropTable(
                name: "ParityDay");

            migrationBuilder.DropTable(
                name: "SegmentNote");

            migrationBuilder.DropTable(
                name: "UnitSegment");

            migrationBuilder.DropTable(
                name: "KeptPair");

            migrationBuilder.DropTable(
                name: "TranslationUnit");

            migrationBuilder.DropIndex(
                name: "IX_TextIndex_Waits_Language_WantedBy",
                table: "TextIndex");

            migrationBuilder.DropColumn(
                name: "Readers",
                table: "TextIndex");

            migrationBuilder.DropColumn(
                name: "SourceWords",
                table: "TextIndex");

            migrationBuilder.DropColumn(
                name: "Waits",
                table: "TextIndex");

            migrationBuilder.DropColumn(
                name: "WantedBy",
                table: "TextIndex");
        }
    }
}
