using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Passerelle.Platform.Data.Sqlite.Migrations
{
    // The database keeps the reasons that are there: each counts as first written in French, and waits for its Dutch.
    // What is added to what the tool wrote is the SQL, since it knows no way from words to a text.
    /// <inheritdoc />
    public partial class ReasonsInTwoLanguages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            foreach (var table in Tables)
            {
                migrationBuilder.Sql($$"""
                    UPDATE "{{table}}" SET "Reason" = CASE WHEN trim(coalesce("Reason", '')) = '' THEN '{}' ELSE json_object(
                        'Revision', 1,
                        'Source', 'fr',
                        'Versions', json_array(json_object('Language', 'fr', 'State', 'Approved', 'Translates', 1, 'Value', "Reason"))) END
                    """);
            }

            migrationBuilder.AlterColumn<string>(
                name: "Reason",
                table: "Stage",
                type: "TEXT",
                nullable: false,
                defaultValue: "{}",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 1000,
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "Reason",
                table: "BudgetLine",
                type: "TEXT",
                nullable: false,
                defaultValue: "{}",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 500,
                oldNullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var table in Tables)
            {
                migrationBuilder.Sql($"""
                    UPDATE "{table}" SET "Reason" = coalesce((
                        SELECT json_extract(v.value, '$.Value') FROM json_each("{table}"."Reason", '$.Versions') v
                        WHERE json_extract(v.value, '$.Language') = json_extract("{table}"."Reason", '$.Source')), '')
                    """);
            }

            migrationBuilder.AlterColumn<string>(
                name: "Reason",
                table: "Stage",
                type: "TEXT",
                maxLength: 1000,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT");

            migrationBuilder.AlterColumn<string>(
                name: "Reason",
                table: "BudgetLine",
                type: "TEXT",
                maxLength: 500,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT");
        }

        private static readonly string[] Tables = ["Stage", "BudgetLine"];
    }
}
