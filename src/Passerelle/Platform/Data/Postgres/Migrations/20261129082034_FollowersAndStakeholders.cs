using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Passerelle.Platform.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class FollowersAndStakeholders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Unsubscribe",
                table: "QueuedMail",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "FollowAsk",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    EmailKey = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    Language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Key = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UsedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    FollowerId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FollowAsk", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Follower",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    Email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    EmailKey = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    Language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: true),
                    Cursor = table.Column<long>(type: "bigint", nullable: false),
                    LastDigest = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Follower", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Follower_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Stakeholder",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "character varying(2400)", maxLength: 2400, nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: true),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    Languages = table.Column<List<string>>(type: "text[]", nullable: false),
                    Skills = table.Column<List<string>>(type: "text[]", nullable: false),
                    Email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    Phone = table.Column<string>(type: "text", nullable: true),
                    Address = table.Column<string>(type: "text", nullable: true),
                    Folded = table.Column<string>(type: "text", nullable: false),
                    NameKey = table.Column<string>(type: "text", nullable: false),
                    EmailKey = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    SeenOn = table.Column<DateOnly>(type: "date", nullable: false),
                    MergedInto = table.Column<Guid>(type: "uuid", nullable: true),
                    RemovedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Stakeholder", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Stakeholder_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Stakeholder_Stakeholder_MergedInto",
                        column: x => x.MergedInto,
                        principalTable: "Stakeholder",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Stakeholder_Stakeholder_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Stakeholder",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Following",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FollowerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Key = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Since = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Following", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Following_Follower_FollowerId",
                        column: x => x.FollowerId,
                        principalTable: "Follower",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "StakeholderApart",
                columns: table => new
                {
                    LowerId = table.Column<Guid>(type: "uuid", nullable: false),
                    HigherId = table.Column<Guid>(type: "uuid", nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StakeholderApart", x => new { x.LowerId, x.HigherId });
                    table.ForeignKey(
                        name: "FK_StakeholderApart_Persons_ById",
                        column: x => x.ById,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StakeholderApart_Stakeholder_HigherId",
                        column: x => x.HigherId,
                        principalTable: "Stakeholder",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StakeholderApart_Stakeholder_LowerId",
                        column: x => x.LowerId,
                        principalTable: "Stakeholder",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StakeholderConsent",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    StakeholderId = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    For = table.Column<string>(type: "text", nullable: true),
                    Way = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StakeholderConsent", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StakeholderConsent_Stakeholder_StakeholderId",
                        column: x => x.StakeholderId,
                        principalTable: "Stakeholder",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "StakeholderContact",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    StakeholderId = table.Column<Guid>(type: "uuid", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Channel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    About = table.Column<string>(type: "text", nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StakeholderContact", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StakeholderContact_Persons_ById",
                        column: x => x.ById,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StakeholderContact_Stakeholder_StakeholderId",
                        column: x => x.StakeholderId,
                        principalTable: "Stakeholder",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "StakeholderMerge",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FromId = table.Column<Guid>(type: "uuid", nullable: false),
                    IntoId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: true),
                    Moved = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    MovedAccount = table.Column<bool>(type: "boolean", nullable: false),
                    Before = table.Column<string>(type: "text", nullable: true),
                    After = table.Column<string>(type: "text", nullable: true),
                    UndoneAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StakeholderMerge", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StakeholderMerge_Persons_ById",
                        column: x => x.ById,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StakeholderMerge_Stakeholder_FromId",
                        column: x => x.FromId,
                        principalTable: "Stakeholder",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StakeholderMerge_Stakeholder_IntoId",
                        column: x => x.IntoId,
                        principalTable: "Stakeholder",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StakeholderRole",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    StakeholderId = table.Column<Guid>(type: "uuid", nullable: false),
                    GroupId = table.Column<Guid>(type: "uuid", nullable: true),
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: true),
                    As = table.Column<string>(type: "text", nullable: false),
                    Since = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StakeholderRole", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StakeholderRole_Group_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Group",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StakeholderRole_Project_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Project",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StakeholderRole_Stakeholder_StakeholderId",
                        column: x => x.StakeholderId,
                        principalTable: "Stakeholder",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateIndex(
                name: "IX_FollowAsk_EmailKey_AskedAt",
                table: "FollowAsk",
                columns: new[] { "EmailKey", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_FollowAsk_ExpiresAt",
                table: "FollowAsk",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_FollowAsk_Hash",
                table: "FollowAsk",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Follower_EmailKey",
                table: "Follower",
                column: "EmailKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Follower_PersonId",
                table: "Follower",
                column: "PersonId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Following_FollowerId_Kind_Key",
                table: "Following",
                columns: new[] { "FollowerId", "Kind", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Following_Kind_Key",
                table: "Following",
                columns: new[] { "Kind", "Key" });

            migrationBuilder.CreateIndex(
                name: "IX_Stakeholder_EmailKey",
                table: "Stakeholder",
                column: "EmailKey");

            migrationBuilder.CreateIndex(
                name: "IX_Stakeholder_MergedInto",
                table: "Stakeholder",
                column: "MergedInto");

            migrationBuilder.CreateIndex(
                name: "IX_Stakeholder_OrganisationId",
                table: "Stakeholder",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_Stakeholder_PersonId",
                table: "Stakeholder",
                column: "PersonId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Stakeholder_SeenOn",
                table: "Stakeholder",
                column: "SeenOn");

            migrationBuilder.CreateIndex(
                name: "IX_StakeholderApart_ById",
                table: "StakeholderApart",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_StakeholderApart_HigherId",
                table: "StakeholderApart",
                column: "HigherId");

            migrationBuilder.CreateIndex(
                name: "IX_StakeholderConsent_StakeholderId",
                table: "StakeholderConsent",
                column: "StakeholderId");

            migrationBuilder.CreateIndex(
                name: "IX_StakeholderContact_ById",
                table: "StakeholderContact",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_StakeholderContact_StakeholderId",
                table: "StakeholderContact",
                column: "StakeholderId");

            migrationBuilder.CreateIndex(
                name: "IX_StakeholderMerge_ById",
                table: "StakeholderMerge",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_StakeholderMerge_FromId",
                table: "StakeholderMerge",
                column: "FromId");

            migrationBuilder.CreateIndex(
                name: "IX_StakeholderMerge_IntoId",
                table: "StakeholderMerge",
                column: "IntoId");

            migrationBuilder.CreateIndex(
                name: "IX_StakeholderRole_GroupId",
                table: "StakeholderRole",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_StakeholderRole_ProjectId",
                table: "StakeholderRole",
                column: "ProjectId");

            migrationBuilder.CreateIndex(
                name: "IX_StakeholderRole_StakeholderId",
                table: "StakeholderRole",
                column: "StakeholderId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "FollowAsk");

            migrationBuilder.DropTable(
                name: "Following");

            migrationBuilder.DropTable(
                name: "StakeholderApart");

            migrationBuilder.DropTable(
                name: "StakeholderConsent");

            migrationBuilder.DropTable(
                name: "StakeholderContact");

            migrationBuilder.DropTable(
                name: "StakeholderMerge");

            migrationBuilder.DropTable(
                name: "StakeholderRole");

            migrationBuilder.DropTable(
                name: "Follower");

            migrationBuilder.DropTable(
                name: "Stakeholder");

            migrationBuilder.DropColumn(
                name: "Unsubscribe",
                table: "QueuedMail");
        }
    }
}
