using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Passerelle.Platform.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class TranslationDesk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Readers",
                table: "TextIndex",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "SourceWords",
                table: "TextIndex",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "Waits",
                table: "TextIndex",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateOnly>(
                name: "WantedBy",
                table: "TextIndex",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "KeptPair",
                columns: table => new
                {
                    Number = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    From = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    To = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    Source = table.Column<string>(type: "text", nullable: false),
                    Target = table.Column<string>(type: "text", nullable: false),
                    Context = table.Column<long>(type: "bigint", nullable: false),
                    ContextBack = table.Column<long>(type: "bigint", nullable: false),
                    File = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Owner = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: true),
                    Property = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    SegmentId = table.Column<Guid>(type: "uuid", nullable: true),
                    By = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeptPair", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "ParityDay",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Section = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Language = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    Words = table.Column<int>(type: "integer", nullable: false),
                    Ready = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ParityDay", x => new { x.Day, x.Section, x.Language });
                });

            migrationBuilder.CreateTable(
                name: "TranslationUnit",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Owner = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Property = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Language = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Published = table.Column<string>(type: "text", nullable: true),
                    BeganAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    HandedInAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    HandedInBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ReadAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ReadBy = table.Column<Guid>(type: "uuid", nullable: true),
                    AskedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    AskedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    AssignedTo = table.Column<Guid>(type: "uuid", nullable: true),
                    Due = table.Column<DateOnly>(type: "date", nullable: true),
                    WaivedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TranslationUnit", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TranslationUnit_Persons_AssignedTo",
                        column: x => x.AssignedTo,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PairRemoval",
                columns: table => new
                {
                    Number = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Pair = table.Column<long>(type: "bigint", nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PairRemoval", x => x.Number);
                    table.ForeignKey(
                        name: "FK_PairRemoval_KeptPair_Pair",
                        column: x => x.Pair,
                        principalTable: "KeptPair",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Dismissal",
                columns: table => new
                {
                    SegmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Dismissal", x => new { x.SegmentId, x.Key });
                    table.ForeignKey(
                        name: "FK_Dismissal_TranslationUnit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "TranslationUnit",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "SegmentNote",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    SegmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    AuthorId = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SegmentNote", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SegmentNote_TranslationUnit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "TranslationUnit",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "UnitSegment",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    Source = table.Column<string>(type: "text", nullable: false),
                    Target = table.Column<string>(type: "text", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Was = table.Column<string>(type: "text", nullable: true),
                    By = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    HandedIn = table.Column<string>(type: "text", nullable: true),
                    ReadBy = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UnitSegment", x => x.Id);
                    table.ForeignKey(
                        name: "FK_UnitSegment_TranslationUnit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "TranslationUnit",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateIndex(
                name: "IX_TextIndex_Waits_Language_WantedBy",
                table: "TextIndex",
                columns: new[] { "Waits", "Language", "WantedBy" });

            migrationBuilder.CreateIndex(
                name: "IX_Dismissal_UnitId",
                table: "Dismissal",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_KeptPair_OwnerId",
                table: "KeptPair",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_KeptPair_SegmentId",
                table: "KeptPair",
                column: "SegmentId");

            migrationBuilder.CreateIndex(
                name: "IX_PairRemoval_Pair",
                table: "PairRemoval",
                column: "Pair",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SegmentNote_UnitId",
                table: "SegmentNote",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_TranslationUnit_AssignedTo_Due",
                table: "TranslationUnit",
                columns: new[] { "AssignedTo", "Due" });

            migrationBuilder.CreateIndex(
                name: "IX_TranslationUnit_OwnerId_Owner_Property_Language",
                table: "TranslationUnit",
                columns: new[] { "OwnerId", "Owner", "Property", "Language" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_UnitSegment_UnitId",
                table: "UnitSegment",
                column: "UnitId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Dismissal");

            migrationBuilder.DropTable(
                name: "PairRemoval");

            migrationBuilder.DropTable(
                name: "ParityDay");

            migrationBuilder.DropTable(
                name: "SegmentNote");

            migrationBuilder.DropTable(
                name: "UnitSegment");

            migrationBuilder.DropTable(
                name: "KeptPair");

            migrationBuilder.DropTable(
                name: "TranslationUnit");

            migrationBuilder.DropIndex(
                name: "IX_TextIndex_Waits_Language_WantedBy",
                table: "TextIndex");

            migrationBuilder.DropColumn(
                name: "Readers",
                table: "TextIndex");

            migrationBuilder.DropColumn(
                name: "SourceWords",
                table: "TextIndex");

            migrationBuilder.DropColumn(
                name: "Waits",
                table: "TextIndex");

            migrationBuilder.DropColumn(
                name: "WantedBy",
                table: "TextIndex");
        }
    }
}
