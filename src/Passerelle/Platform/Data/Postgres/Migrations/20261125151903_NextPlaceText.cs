using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Passerelle.Platform.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class NextPlaceText : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "NextPlace",
                table: "Group");

            migrationBuilder.AddColumn<string>(
                name: "NextVenue",
                table: "Group",
                type: "jsonb",
                nullable: false,
                defaultValue: "{}");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "NextVenue",
                table: "Group");

            migrationBuilder.AddColumn<string>(
                name: "NextPlace",
                table: "Group",
                type: "text",
                nullable: true);
        }
    }
}
