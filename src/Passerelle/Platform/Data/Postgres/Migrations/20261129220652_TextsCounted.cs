using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Passerelle.Platform.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class TextsCounted : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "PartOf",
                table: "TextIndex",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Waiting",
                table: "DashboardRow",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_TextIndex_Waits_Readers_PartOf",
                table: "TextIndex",
                columns: new[] { "Waits", "Readers", "PartOf" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_TextIndex_Waits_Readers_PartOf",
                table: "TextIndex");

            migrationBuilder.DropColumn(
                name: "PartOf",
                table: "TextIndex");

            migrationBuilder.DropColumn(
                name: "Waiting",
                table: "DashboardRow");
        }
    }
}
