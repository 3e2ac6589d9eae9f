using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Passerelle.Platform.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Health : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "DashboardRow",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    GroupId = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    Axis = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    Sides = table.Column<List<string>>(type: "text[]", nullable: false),
                    Coordinators = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    Phase = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Paused = table.Column<bool>(type: "boolean", nullable: false),
                    Health = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    HealthOn = table.Column<DateOnly>(type: "date", nullable: true),
                    NextDue = table.Column<DateOnly>(type: "date", nullable: true),
                    NextProject = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    Late = table.Column<int>(type: "integer", nullable: false),
                    CoLeads = table.Column<int>(type: "integer", nullable: false),
                    PairIncompleteSince = table.Column<DateOnly>(type: "date", nullable: true),
                    Lacking = table.Column<int[]>(type: "integer[]", nullable: false),
                    Projects = table.Column<int>(type: "integer", nullable: false),
                    Completed = table.Column<int>(type: "integer", nullable: false),
                    Results = table.Column<int>(type: "integer", nullable: false),
                    Planned = table.Column<long>(type: "bigint", nullable: false),
                    Committed = table.Column<long>(type: "bigint", nullable: false),
                    Spent = table.Column<long>(type: "bigint", nullable: false),
                    HealthWords = table.Column<string>(type: "jsonb", nullable: false),
                    Name = table.Column<string>(type: "jsonb", nullable: false),
                    NextStage = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DashboardRow", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DashboardRow_Group_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Group",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "HealthNote",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    GroupId = table.Column<Guid>(type: "uuid", nullable: false),
                    Level = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Words = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HealthNote", x => x.Id);
                    table.ForeignKey(
                        name: "FK_HealthNote_Group_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Group",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_HealthNote_Persons_By",
                        column: x => x.By,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_DashboardRow_GroupId_From",
                table: "DashboardRow",
                columns: new[] { "GroupId", "From" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_HealthNote_By",
                table: "HealthNote",
                column: "By");

            migrationBuilder.CreateIndex(
                name: "IX_HealthNote_GroupId_On",
                table: "HealthNote",
                columns: new[] { "GroupId", "On" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DashboardRow");

            migrationBuilder.DropTable(
                name: "HealthNote");
        }
    }
}
