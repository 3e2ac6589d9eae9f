using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Passerelle.Platform.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Interviews : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "InterviewKit",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    VacancyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InterviewKit", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InterviewKit_Vacancy_VacancyId",
                        column: x => x.VacancyId,
                        principalTable: "Vacancy",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "InterviewSlot",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    VacancyId = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    StartsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Zone = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Room = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    RoomKey = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Place = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InterviewSlot", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InterviewSlot_Vacancy_VacancyId",
                        column: x => x.VacancyId,
                        principalTable: "Vacancy",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "InterviewQuestion",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    KitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Competence = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Place = table.Column<int>(type: "integer", nullable: false),
                    Words = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InterviewQuestion", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InterviewQuestion_InterviewKit_KitId",
                        column: x => x.KitId,
                        principalTable: "InterviewKit",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Interview",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uuid", nullable: false),
                    SlotId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    InvitedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Words = table.Column<string>(type: "text", nullable: false),
                    WantedSlotId = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Interview", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Interview_Application_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Application",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Interview_InterviewSlot_SlotId",
                        column: x => x.SlotId,
                        principalTable: "InterviewSlot",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Interview_InterviewSlot_WantedSlotId",
                        column: x => x.WantedSlotId,
                        principalTable: "InterviewSlot",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "InterviewJuror",
                columns: table => new
                {
                    SlotId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InterviewJuror", x => new { x.SlotId, x.PersonId });
                    table.ForeignKey(
                        name: "FK_InterviewJuror_InterviewSlot_SlotId",
                        column: x => x.SlotId,
                        principalTable: "InterviewSlot",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_InterviewJuror_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "InterviewFile",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    InterviewId = table.Column<Guid>(type: "uuid", nullable: false),
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InterviewFile", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InterviewFile_Interview_InterviewId",
                        column: x => x.InterviewId,
                        principalTable: "Interview",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "InterviewNote",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    InterviewId = table.Column<Guid>(type: "uuid", nullable: false),
                    JurorId = table.Column<Guid>(type: "uuid", nullable: false),
                    Words = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    HandedInAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InterviewNote", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InterviewNote_Interview_InterviewId",
                        column: x => x.InterviewId,
                        principalTable: "Interview",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_InterviewNote_Persons_JurorId",
                        column: x => x.JurorId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Interview_ApplicationId",
                table: "Interview",
                column: "ApplicationId",
                unique: true,
                filter: "\"State\" IN ('Invited', 'Accepted', 'AsksAnother')");

            migrationBuilder.CreateIndex(
                name: "IX_Interview_SlotId",
                table: "Interview",
                column: "SlotId",
                unique: true,
                filter: "\"State\" IN ('Invited', 'Accepted', 'AsksAnother')");

            migrationBuilder.CreateIndex(
                name: "IX_Interview_WantedSlotId",
                table: "Interview",
                column: "WantedSlotId");

            migrationBuilder.CreateIndex(
                name: "IX_InterviewFile_InterviewId",
                table: "InterviewFile",
                column: "InterviewId");

            migrationBuilder.CreateIndex(
                name: "IX_InterviewJuror_PersonId",
                table: "InterviewJuror",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_InterviewKit_VacancyId",
                table: "InterviewKit",
                column: "VacancyId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_InterviewNote_InterviewId_JurorId",
                table: "InterviewNote",
                columns: new[] { "InterviewId", "JurorId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_InterviewNote_JurorId",
                table: "InterviewNote",
                column: "JurorId");

            migrationBuilder.CreateIndex(
                name: "IX_InterviewQuestion_KitId",
                table: "InterviewQuestion",
                column: "KitId");

            migrationBuilder.CreateIndex(
                name: "IX_InterviewSlot_StartsAt",
                table: "InterviewSlot",
                column: "StartsAt");

            migrationBuilder.CreateIndex(
                name: "IX_InterviewSlot_VacancyId",
                table: "InterviewSlot",
                column: "VacancyId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "InterviewFile");

            migrationBuilder.DropTable(
                name: "InterviewJuror");

            migrationBuilder.DropTable(
                name: "InterviewNote");

            migrationBuilder.DropTable(
                name: "InterviewQuestion");

            migrationBuilder.DropTable(
                name: "Interview");

            migrationBuilder.DropTable(
                name: "InterviewKit");

            migrationBuilder.DropTable(
                name: "InterviewSlot");
        }
    }
}
