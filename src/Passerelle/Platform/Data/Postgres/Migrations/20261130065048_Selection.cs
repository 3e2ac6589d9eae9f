using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Passerelle.Platform.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Selection : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "AnonymousFirst",
                table: "Vacancy",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "Admissibility",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Settlements = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Admissibility", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Admissibility_Application_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Application",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ApplicationAccess",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uuid", nullable: false),
                    ReaderId = table.Column<Guid>(type: "uuid", nullable: false),
                    DocumentId = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApplicationAccess", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ApplicationAccess_Application_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Application",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ApplicationAccess_Persons_ReaderId",
                        column: x => x.ReaderId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Assessment",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uuid", nullable: false),
                    JurorId = table.Column<Guid>(type: "uuid", nullable: false),
                    VerdictsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ScoresAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ConflictAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ConflictReason = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Scores = table.Column<string>(type: "jsonb", nullable: false),
                    Verdicts = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Assessment", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Assessment_Application_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Application",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Assessment_Persons_JurorId",
                        column: x => x.JurorId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SelectionDecision",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    OutcomeReason = table.Column<string>(type: "text", nullable: false),
                    OutcomeStage = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    DecidedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    LettersSent = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SelectionDecision", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SelectionDecision_Application_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Application",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SelectionDecision_Persons_DecidedBy",
                        column: x => x.DecidedBy,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Admissibility_ApplicationId",
                table: "Admissibility",
                column: "ApplicationId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ApplicationAccess_ApplicationId",
                table: "ApplicationAccess",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_ApplicationAccess_ApplicationId_ReaderId",
                table: "ApplicationAccess",
                columns: new[] { "ApplicationId", "ReaderId" },
                unique: true,
                filter: "\"DocumentId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ApplicationAccess_ReaderId",
                table: "ApplicationAccess",
                column: "ReaderId");

            migrationBuilder.CreateIndex(
                name: "IX_Assessment_ApplicationId_JurorId",
                table: "Assessment",
                columns: new[] { "ApplicationId", "JurorId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Assessment_JurorId",
                table: "Assessment",
                column: "JurorId");

            migrationBuilder.CreateIndex(
                name: "IX_SelectionDecision_ApplicationId",
                table: "SelectionDecision",
                column: "ApplicationId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SelectionDecision_DecidedBy",
                table: "SelectionDecision",
                column: "DecidedBy");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Admissibility");

            migrationBuilder.DropTable(
                name: "ApplicationAccess");

            migrationBuilder.DropTable(
                name: "Assessment");

            migrationBuilder.DropTable(
                name: "SelectionDecision");

            migrationBuilder.DropColumn(
                name: "AnonymousFirst",
                table: "Vacancy");
        }
    }
}
