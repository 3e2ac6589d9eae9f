using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Passerelle.Platform.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class QueueInItsOrder : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_TextIndex_Waits_Language_WantedBy",
                table: "TextIndex");

            migrationBuilder.CreateIndex(
                name: "IX_TranslationUnit_AskedAt",
                table: "TranslationUnit",
                column: "AskedAt");

            migrationBuilder.CreateIndex(
                name: "IX_TranslationUnit_Due",
                table: "TranslationUnit",
                column: "Due");

            migrationBuilder.CreateIndex(
                name: "IX_TextIndex_Readers_WantedBy_OwnerId_Property_Language_Owner_State_Stale_SourceWords",
                table: "TextIndex",
                columns: new[] { "Readers", "WantedBy", "OwnerId", "Property", "Language", "Owner", "State", "Stale", "SourceWords" },
                filter: "\"Waits\"");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_TranslationUnit_AskedAt",
                table: "TranslationUnit");

            migrationBuilder.DropIndex(
                name: "IX_TranslationUnit_Due",
                table: "TranslationUnit");

            migrationBuilder.DropIndex(
                name: "IX_TextIndex_Readers_WantedBy_OwnerId_Property_Language_Owner_State_Stale_SourceWords",
                table: "TextIndex");

            migrationBuilder.CreateIndex(
                name: "IX_TextIndex_Waits_Language_WantedBy",
                table: "TextIndex",
                columns: new[] { "Waits", "Language", "WantedBy" });
        }
    }
}
