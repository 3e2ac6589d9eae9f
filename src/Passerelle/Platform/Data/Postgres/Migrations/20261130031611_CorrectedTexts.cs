using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Passerelle.Platform.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class CorrectedTexts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "CorrectedAt",
                table: "TranslationUnit",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsHidden",
                table: "IdeaView",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateIndex(
                name: "IX_TranslationUnit_CorrectedAt",
                table: "TranslationUnit",
                column: "CorrectedAt");

            // Views of ideas that were hidden before are as hidden as they are.
            migrationBuilder.Sql("""UPDATE "IdeaView" SET "IsHidden" = TRUE WHERE "IdeaId" IN (SELECT "Id" FROM "Idea" WHERE "HiddenAt" IS NOT NULL)""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_TranslationUnit_CorrectedAt",
                table: "TranslationUnit");

            migrationBuilder.DropColumn(
                name: "CorrectedAt",
                table: "TranslationUnit");

            migrationBuilder.DropColumn(
                name: "IsHidden",
                table: "IdeaView");
        }
    }
}
