using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Passerelle.Platform.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class ProjectProof : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Kind",
                table: "Proof");

            migrationBuilder.AddColumn<string>(
                name: "PhotoAlt",
                table: "Proof",
                type: "jsonb",
                nullable: false,
                defaultValue: "{}");

            migrationBuilder.AddColumn<Guid>(
                name: "PhotoId",
                table: "Proof",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Refusal",
                table: "Proof",
                type: "jsonb",
                nullable: false,
                defaultValue: "{}");

            migrationBuilder.AddColumn<DateTime>(
                name: "RefusedAt",
                table: "Proof",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Proof_PhotoId",
                table: "Proof",
                column: "PhotoId");

            migrationBuilder.AddForeignKey(
                name: "FK_Proof_StoredFile_PhotoId",
                table: "Proof",
                column: "PhotoId",
                principalTable: "StoredFile",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Proof_StoredFile_PhotoId",
                table: "Proof");

            migrationBuilder.DropIndex(
                name: "IX_Proof_PhotoId",
                table: "Proof");

            migrationBuilder.DropColumn(
                name: "PhotoAlt",
                table: "Proof");

            migrationBuilder.DropColumn(
                name: "PhotoId",
                table: "Proof");

            migrationBuilder.DropColumn(
                name: "Refusal",
                table: "Proof");

            migrationBuilder.DropColumn(
                name: "RefusedAt",
                table: "Proof");

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "Proof",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");
        }
    }
}
