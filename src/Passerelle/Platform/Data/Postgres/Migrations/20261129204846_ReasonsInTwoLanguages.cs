using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Passerelle.Platform.Data.Postgres.Migrations
{
    // The database keeps the reasons that are there: each counts as first written in French, and waits for its Dutch.
    // What is added to what the tool wrote is the SQL, since it knows no way from words to a text.
    /// <inheritdoc />
    public partial class ReasonsInTwoLanguages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            foreach (var (table, _) in Tables)
            {
                migrationBuilder.Sql($$"""
                    ALTER TABLE "{{table}}" ALTER COLUMN "Reason" TYPE jsonb USING CASE WHEN trim(coalesce("Reason", '')) = '' THEN '{}'::jsonb ELSE jsonb_build_object(
                        'Revision', 1,
                        'Source', 'fr',
                        'Versions', jsonb_build_array(jsonb_build_object('Language', 'fr', 'State', 'Approved', 'Translates', 1, 'Value', "Reason"))) END
                    """);
            }

            migrationBuilder.AlterColumn<string>(
                name: "Reason",
                table: "Stage",
                type: "jsonb",
                nullable: false,
                defaultValue: "{}",
                oldClrType: typeof(string),
                oldType: "character varying(1000)",
                oldMaxLength: 1000,
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "Reason",
                table: "BudgetLine",
                type: "jsonb",
                nullable: false,
                defaultValue: "{}",
                oldClrType: typeof(string),
                oldType: "character varying(500)",
                oldMaxLength: 500,
                oldNullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var (table, length) in Tables)
            {
                migrationBuilder.Sql($$"""
                    ALTER TABLE "{{table}}" ALTER COLUMN "Reason" DROP DEFAULT, ALTER COLUMN "Reason" DROP NOT NULL, ALTER COLUMN "Reason" TYPE character varying({{length}})
                        USING left(jsonb_path_query_first("Reason", '$.Versions[*] ? (@.Language == $source).Value', jsonb_build_object('source', "Reason" -> 'Source')) #>> '{}', {{length}})
                    """);
            }

            migrationBuilder.AlterColumn<string>(
                name: "Reason",
                table: "Stage",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "jsonb");

            migrationBuilder.AlterColumn<string>(
                name: "Reason",
                table: "BudgetLine",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "jsonb");
        }

        private static readonly (string Name, int Length)[] Tables = [("Stage", 1000), ("BudgetLine", 500)];
    }
}
