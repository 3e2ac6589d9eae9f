using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Passerelle.Platform.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Presentations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Presentation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProjectId = table.Column<Guid>(type: "TEXT", nullable: true),
                    GroupId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Body = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Told = table.Column<string>(type: "TEXT", nullable: false),
                    Notices = table.Column<int>(type: "INTEGER", nullable: false),
                    SlidesPublic = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Circle = table.Column<string>(type: "TEXT", nullable: false),
                    Place = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Presentation", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Presentation_Group_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Group",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Presentation_Project_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Project",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PresentationQuestion",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PresentationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    Words = table.Column<string>(type: "TEXT", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reply = table.Column<string>(type: "TEXT", nullable: true),
                    Owner = table.Column<Guid>(type: "TEXT", nullable: true),
                    Due = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    StageId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SettledAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PresentationQuestion", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PresentationQuestion_Persons_Owner",
                        column: x => x.Owner,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PresentationQuestion_Presentation_PresentationId",
                        column: x => x.PresentationId,
                        principalTable: "Presentation",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_PresentationQuestion_Stage_StageId",
                        column: x => x.StageId,
                        principalTable: "Stage",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Presenter",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PresentationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DelegatedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    DelegatedOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Presenter", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Presenter_Persons_DelegatedBy",
                        column: x => x.DelegatedBy,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Presenter_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Presenter_Presentation_PresentationId",
                        column: x => x.PresentationId,
                        principalTable: "Presentation",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Slides",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PresentationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Address = table.Column<string>(type: "TEXT", nullable: true),
                    UploadedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    UploadedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Shown = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Slides", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Slides_Presentation_PresentationId",
                        column: x => x.PresentationId,
                        principalTable: "Presentation",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Slides_StoredFile_FileId",
                        column: x => x.FileId,
                        principalTable: "StoredFile",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Presentation_Body",
                table: "Presentation",
                column: "Body");

            migrationBuilder.CreateIndex(
                name: "IX_Presentation_GroupId",
                table: "Presentation",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_Presentation_ProjectId",
                table: "Presentation",
                column: "ProjectId");

            migrationBuilder.CreateIndex(
                name: "IX_Presentation_State_At",
                table: "Presentation",
                columns: new[] { "State", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_PresentationQuestion_Owner",
                table: "PresentationQuestion",
                column: "Owner");

            migrationBuilder.CreateIndex(
                name: "IX_PresentationQuestion_PresentationId",
                table: "PresentationQuestion",
                column: "PresentationId");

            migrationBuilder.CreateIndex(
                name: "IX_PresentationQuestion_StageId",
                table: "PresentationQuestion",
                column: "StageId");

            migrationBuilder.CreateIndex(
                name: "IX_Presenter_DelegatedBy",
                table: "Presenter",
                column: "DelegatedBy");

            migrationBuilder.CreateIndex(
                name: "IX_Presenter_PersonId",
                table: "Presenter",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Presenter_PresentationId_PersonId",
                table: "Presenter",
                columns: new[] { "PresentationId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Slides_FileId",
                table: "Slides",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_Slides_PresentationId_Language_Number",
                table: "Slides",
                columns: new[] { "PresentationId", "Language", "Number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PresentationQuestion");

            migrationBuilder.DropTable(
                name: "Presenter");

            migrationBuilder.DropTable(
                name: "Slides");

            migrationBuilder.DropTable(
                name: "Presentation");
        }
    }
}
