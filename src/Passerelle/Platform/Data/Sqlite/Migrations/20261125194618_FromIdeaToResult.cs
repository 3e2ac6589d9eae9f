using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Passerelle.Platform.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class FromIdeaToResult : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<Guid>(
                name: "PostId",
                table: "ModerationCase",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "TEXT");

            migrationBuilder.AddColumn<Guid>(
                name: "IdeaId",
                table: "ModerationCase",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "HoldBack",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Days = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HoldBack", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Idea",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    AuthorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CoAuthors = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Sides = table.Column<string>(type: "TEXT", nullable: false),
                    Theme = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    HiddenAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    GroupId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ConsentedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    ProjectId = table.Column<Guid>(type: "TEXT", nullable: true),
                    MergedInto = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Beneficiaries = table.Column<string>(type: "TEXT", nullable: false),
                    Evidence = table.Column<string>(type: "TEXT", nullable: false),
                    Need = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Idea", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Idea_Group_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Group",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Idea_Idea_MergedInto",
                        column: x => x.MergedInto,
                        principalTable: "Idea",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Idea_Persons_AuthorId",
                        column: x => x.AuthorId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Idea_Persons_DecidedBy",
                        column: x => x.DecidedBy,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Idea_Project_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Project",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Link",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ProposedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    ProposedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    OnBehalf = table.Column<bool>(type: "INTEGER", nullable: false),
                    FromGroup = table.Column<Guid>(type: "TEXT", nullable: true),
                    FromProject = table.Column<Guid>(type: "TEXT", nullable: true),
                    FromStage = table.Column<Guid>(type: "TEXT", nullable: true),
                    ToGroup = table.Column<Guid>(type: "TEXT", nullable: true),
                    ToProject = table.Column<Guid>(type: "TEXT", nullable: true),
                    ToStage = table.Column<Guid>(type: "TEXT", nullable: true),
                    ToPartner = table.Column<string>(type: "TEXT", nullable: true),
                    OpenKey = table.Column<string>(type: "TEXT", maxLength: 140, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    Why = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Link", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Link_Group_FromGroup",
                        column: x => x.FromGroup,
                        principalTable: "Group",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Link_Group_ToGroup",
                        column: x => x.ToGroup,
                        principalTable: "Group",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Link_Partner_ToPartner",
                        column: x => x.ToPartner,
                        principalTable: "Partner",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Link_Persons_DecidedBy",
                        column: x => x.DecidedBy,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Link_Persons_ProposedBy",
                        column: x => x.ProposedBy,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Link_Project_FromProject",
                        column: x => x.FromProject,
                        principalTable: "Project",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Link_Project_ToProject",
                        column: x => x.ToProject,
                        principalTable: "Project",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Link_Stage_FromStage",
                        column: x => x.FromStage,
                        principalTable: "Stage",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Link_Stage_ToStage",
                        column: x => x.ToStage,
                        principalTable: "Stage",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Presentation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProjectId = table.Column<Guid>(type: "TEXT", nullable: true),
                    GroupId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Body = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Told = table.Column<string>(type: "TEXT", nullable: false),
                    Notices = table.Column<int>(type: "INTEGER", nullable: false),
                    SlidesPublic = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Circle = table.Column<string>(type: "TEXT", nullable: false),
                    Place = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Presentation", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Presentation_Group_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Group",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Presentation_Project_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Project",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "IdeaSupport",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    IdeaId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdeaSupport", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IdeaSupport_Idea_IdeaId",
                        column: x => x.IdeaId,
                        principalTable: "Idea",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_IdeaSupport_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "IdeaView",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    IdeaId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Actor = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Words = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdeaView", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IdeaView_Idea_IdeaId",
                        column: x => x.IdeaId,
                        principalTable: "Idea",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_IdeaView_Persons_RecordedBy",
                        column: x => x.RecordedBy,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PresentationQuestion",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PresentationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    Words = table.Column<string>(type: "TEXT", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reply = table.Column<string>(type: "TEXT", nullable: true),
                    Owner = table.Column<Guid>(type: "TEXT", nullable: true),
                    Due = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    StageId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SettledAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PresentationQuestion", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PresentationQuestion_Persons_Owner",
                        column: x => x.Owner,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PresentationQuestion_Presentation_PresentationId",
                        column: x => x.PresentationId,
                        principalTable: "Presentation",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_PresentationQuestion_Stage_StageId",
                        column: x => x.StageId,
                        principalTable: "Stage",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Presenter",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PresentationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DelegatedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    DelegatedOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Presenter", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Presenter_Persons_DelegatedBy",
                        column: x => x.DelegatedBy,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Presenter_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Presenter_Presentation_PresentationId",
                        column: x => x.PresentationId,
                        principalTable: "Presentation",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Slides",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PresentationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Address = table.Column<string>(type: "TEXT", nullable: true),
                    UploadedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    UploadedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Shown = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Slides", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Slides_Presentation_PresentationId",
                        column: x => x.PresentationId,
                        principalTable: "Presentation",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Slides_StoredFile_FileId",
                        column: x => x.FileId,
                        principalTable: "StoredFile",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ModerationCase_IdeaId",
                table: "ModerationCase",
                column: "IdeaId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Idea_At_Id",
                table: "Idea",
                columns: new[] { "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Idea_AuthorId",
                table: "Idea",
                column: "AuthorId");

            migrationBuilder.CreateIndex(
                name: "IX_Idea_DecidedBy",
                table: "Idea",
                column: "DecidedBy");

            migrationBuilder.CreateIndex(
                name: "IX_Idea_GroupId",
                table: "Idea",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_Idea_MergedInto",
                table: "Idea",
                column: "MergedInto");

            migrationBuilder.CreateIndex(
                name: "IX_Idea_ProjectId",
                table: "Idea",
                column: "ProjectId");

            migrationBuilder.CreateIndex(
                name: "IX_Idea_Slug",
                table: "Idea",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Idea_State",
                table: "Idea",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_IdeaSupport_IdeaId_PersonId",
                table: "IdeaSupport",
                columns: new[] { "IdeaId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_IdeaSupport_PersonId",
                table: "IdeaSupport",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_IdeaView_IdeaId",
                table: "IdeaView",
                column: "IdeaId");

            migrationBuilder.CreateIndex(
                name: "IX_IdeaView_RecordedBy",
                table: "IdeaView",
                column: "RecordedBy");

            migrationBuilder.CreateIndex(
                name: "IX_Link_DecidedBy",
                table: "Link",
                column: "DecidedBy");

            migrationBuilder.CreateIndex(
                name: "IX_Link_FromGroup",
                table: "Link",
                column: "FromGroup");

            migrationBuilder.CreateIndex(
                name: "IX_Link_FromProject",
                table: "Link",
                column: "FromProject");

            migrationBuilder.CreateIndex(
                name: "IX_Link_FromStage",
                table: "Link",
                column: "FromStage");

            migrationBuilder.CreateIndex(
                name: "IX_Link_OpenKey",
                table: "Link",
                column: "OpenKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Link_ProposedBy",
                table: "Link",
                column: "ProposedBy");

            migrationBuilder.CreateIndex(
                name: "IX_Link_ToGroup",
                table: "Link",
                column: "ToGroup");

            migrationBuilder.CreateIndex(
                name: "IX_Link_ToPartner",
                table: "Link",
                column: "ToPartner");

            migrationBuilder.CreateIndex(
                name: "IX_Link_ToProject",
                table: "Link",
                column: "ToProject");

            migrationBuilder.CreateIndex(
                name: "IX_Link_ToStage",
                table: "Link",
                column: "ToStage");

            migrationBuilder.CreateIndex(
                name: "IX_Presentation_Body",
                table: "Presentation",
                column: "Body");

            migrationBuilder.CreateIndex(
                name: "IX_Presentation_GroupId",
                table: "Presentation",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_Presentation_ProjectId",
                table: "Presentation",
                column: "ProjectId");

            migrationBuilder.CreateIndex(
                name: "IX_Presentation_State_At",
                table: "Presentation",
                columns: new[] { "State", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_PresentationQuestion_Owner",
                table: "PresentationQuestion",
                column: "Owner");

            migrationBuilder.CreateIndex(
                name: "IX_PresentationQuestion_PresentationId",
                table: "PresentationQuestion",
                column: "PresentationId");

            migrationBuilder.CreateIndex(
                name: "IX_PresentationQuestion_StageId",
                table: "PresentationQuestion",
                column: "StageId");

            migrationBuilder.CreateIndex(
                name: "IX_Presenter_DelegatedBy",
                table: "Presenter",
                column: "DelegatedBy");

            migrationBuilder.CreateIndex(
                name: "IX_Presenter_PersonId",
                table: "Presenter",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Presenter_PresentationId_PersonId",
                table: "Presenter",
                columns: new[] { "PresentationId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Slides_FileId",
                table: "Slides",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_Slides_PresentationId_Language_Number",
                table: "Slides",
                columns: new[] { "PresentationId", "Language", "Number" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_ModerationCase_Idea_IdeaId",
                table: "ModerationCase",
                column: "IdeaId",
                principalTable: "Idea",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_ModerationCase_Idea_IdeaId",
                table: "ModerationCase");

            migrationBuilder.DropTable(
                name: "HoldBack");

            migrationBuilder.DropTable(
                name: "IdeaSupport");

            migrationBuilder.DropTable(
                name: "IdeaView");

            migrationBuilder.DropTable(
                name: "Link");

            migrationBuilder.DropTable(
                name: "PresentationQuestion");

            migrationBuilder.DropTable(
                name: "Presenter");

            migrationBuilder.DropTable(
                name: "Slides");

            migrationBuilder.DropTable(
                name: "Idea");

            migrationBuilder.DropTable(
                name: "Presentation");

            migrationBuilder.DropIndex(
                name: "IX_ModerationCase_IdeaId",
                table: "ModerationCase");

            migrationBuilder.DropColumn(
                name: "IdeaId",
                table: "ModerationCase");

            migrationBuilder.AlterColumn<Guid>(
                name: "PostId",
                table: "ModerationCase",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);
        }
    }
}
