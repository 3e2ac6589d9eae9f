using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Passerelle.Platform.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class PostOrder : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Post_At",
                table: "Post");

            migrationBuilder.DropIndex(
                name: "IX_Post_GroupId_At",
                table: "Post");

            migrationBuilder.CreateIndex(
                name: "IX_Post_At_Id",
                table: "Post",
                columns: new[] { "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Post_GroupId_At_Id",
                table: "Post",
                columns: new[] { "GroupId", "At", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Post_At_Id",
                table: "Post");

            migrationBuilder.DropIndex(
                name: "IX_Post_GroupId_At_Id",
                table: "Post");

            migrationBuilder.CreateIndex(
                name: "IX_Post_At",
                table: "Post",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Post_GroupId_At",
                table: "Post",
                columns: new[] { "GroupId", "At" });
        }
    }
}
