using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Passerelle.Platform.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Recruitment : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "About",
                table: "QueuedMail",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Attached",
                table: "QueuedMail",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Vacancy",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Slug = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ClosesAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LastNumber = table.Column<int>(type: "integer", nullable: false),
                    AnonymousFirst = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Addressee = table.Column<string>(type: "jsonb", nullable: false),
                    Contact = table.Column<string>(type: "jsonb", nullable: false),
                    Context = table.Column<string>(type: "jsonb", nullable: false),
                    General = table.Column<string>(type: "jsonb", nullable: false),
                    Generic = table.Column<string>(type: "jsonb", nullable: false),
                    Missions = table.Column<string>(type: "jsonb", nullable: false),
                    Outcomes = table.Column<string>(type: "jsonb", nullable: false),
                    Personal = table.Column<string>(type: "jsonb", nullable: false),
                    RefusalMail = table.Column<string>(type: "jsonb", nullable: false),
                    ReserveMail = table.Column<string>(type: "jsonb", nullable: false),
                    Rules = table.Column<string>(type: "jsonb", nullable: false),
                    Seat = table.Column<string>(type: "jsonb", nullable: false),
                    Starting = table.Column<string>(type: "jsonb", nullable: false),
                    Summary = table.Column<string>(type: "jsonb", nullable: false),
                    Technical = table.Column<string>(type: "jsonb", nullable: false),
                    Title = table.Column<string>(type: "jsonb", nullable: false),
                    Travel = table.Column<string>(type: "jsonb", nullable: false),
                    Work = table.Column<string>(type: "jsonb", nullable: false),
                    WorkingTime = table.Column<string>(type: "jsonb", nullable: false),
                    Workplace = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Vacancy", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Application",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    VacancyId = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Channel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: true),
                    Email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    EmailKey = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    ProvenKey = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    ProvenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    Regime = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    CivilServant = table.Column<bool>(type: "boolean", nullable: true),
                    Declared = table.Column<List<string>>(type: "text[]", nullable: false),
                    KeepInReserve = table.Column<bool>(type: "boolean", nullable: false),
                    Needs = table.Column<string>(type: "text", nullable: false),
                    BegunAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SentAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    MissionsRead = table.Column<int>(type: "integer", nullable: true),
                    CopyMail = table.Column<Guid>(type: "uuid", nullable: true),
                    LetterReceivedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LetterPostmark = table.Column<DateOnly>(type: "date", nullable: true),
                    CopyReceivedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    MissingHalves = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Periods = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Application", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Application_Vacancy_VacancyId",
                        column: x => x.VacancyId,
                        principalTable: "Vacancy",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "InterviewKit",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    VacancyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InterviewKit", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InterviewKit_Vacancy_VacancyId",
                        column: x => x.VacancyId,
                        principalTable: "Vacancy",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "InterviewSlot",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    VacancyId = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    StartsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Zone = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Room = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    RoomKey = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Place = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InterviewSlot", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InterviewSlot_Vacancy_VacancyId",
                        column: x => x.VacancyId,
                        principalTable: "Vacancy",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "VacancyAmendment",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    VacancyId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    What = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Reason = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VacancyAmendment", x => x.Id);
                    table.ForeignKey(
                        name: "FK_VacancyAmendment_Vacancy_VacancyId",
                        column: x => x.VacancyId,
                        principalTable: "Vacancy",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "VacancyAttribute",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    VacancyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Competence = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Place = table.Column<int>(type: "integer", nullable: false),
                    Words = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VacancyAttribute", x => x.Id);
                    table.ForeignKey(
                        name: "FK_VacancyAttribute_Vacancy_VacancyId",
                        column: x => x.VacancyId,
                        principalTable: "Vacancy",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "VacancyCriterion",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    VacancyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Place = table.Column<int>(type: "integer", nullable: false),
                    Words = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VacancyCriterion", x => x.Id);
                    table.ForeignKey(
                        name: "FK_VacancyCriterion_Vacancy_VacancyId",
                        column: x => x.VacancyId,
                        principalTable: "Vacancy",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "VacancyJuror",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    VacancyId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Since = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    LeftAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VacancyJuror", x => x.Id);
                    table.ForeignKey(
                        name: "FK_VacancyJuror_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_VacancyJuror_Vacancy_VacancyId",
                        column: x => x.VacancyId,
                        principalTable: "Vacancy",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "VacancyLanguage",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    VacancyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    Level = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Place = table.Column<int>(type: "integer", nullable: false),
                    Words = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VacancyLanguage", x => x.Id);
                    table.ForeignKey(
                        name: "FK_VacancyLanguage_Vacancy_VacancyId",
                        column: x => x.VacancyId,
                        principalTable: "Vacancy",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Admissibility",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Settlements = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Admissibility", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Admissibility_Application_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Application",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ApplicationAccess",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uuid", nullable: false),
                    ReaderId = table.Column<Guid>(type: "uuid", nullable: false),
                    DocumentId = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApplicationAccess", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ApplicationAccess_Application_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Application",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ApplicationAccess_Persons_ReaderId",
                        column: x => x.ReaderId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ApplicationDocument",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Slot = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Languages = table.Column<List<string>>(type: "text[]", nullable: false),
                    FileName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Pages = table.Column<int>(type: "integer", nullable: false),
                    Detected = table.Column<List<string>>(type: "text[]", nullable: false),
                    HasText = table.Column<bool>(type: "boolean", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ReplacedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApplicationDocument", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ApplicationDocument_Application_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Application",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "ApplicationLink",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Proves = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApplicationLink", x => x.Hash);
                    table.ForeignKey(
                        name: "FK_ApplicationLink_Application_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Application",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Assessment",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uuid", nullable: false),
                    JurorId = table.Column<Guid>(type: "uuid", nullable: false),
                    VerdictsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ScoresAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ConflictAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ConflictReason = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Scores = table.Column<string>(type: "jsonb", nullable: false),
                    Verdicts = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Assessment", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Assessment_Application_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Application",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Assessment_Persons_JurorId",
                        column: x => x.JurorId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Offer",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uuid", nullable: false),
                    VacancyId = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Regime = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    CivilServant = table.Column<bool>(type: "boolean", nullable: false),
                    Contract = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Months = table.Column<int>(type: "integer", nullable: true),
                    MonthsBefore = table.Column<int>(type: "integer", nullable: false),
                    HomeAuthority = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Training = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    TrainingEnds = table.Column<DateOnly>(type: "date", nullable: true),
                    LanguageDue = table.Column<DateOnly>(type: "date", nullable: true),
                    AnswerBy = table.Column<DateOnly>(type: "date", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Offer", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Offer_Application_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Application",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SelectionDecision",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    OutcomeReason = table.Column<string>(type: "text", nullable: false),
                    OutcomeStage = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    DecidedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    LettersSent = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SelectionDecision", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SelectionDecision_Application_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Application",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SelectionDecision_Persons_DecidedBy",
                        column: x => x.DecidedBy,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Telling",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uuid", nullable: false),
                    VacancyId = table.Column<Guid>(type: "uuid", nullable: false),
                    MailId = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Sendings = table.Column<int>(type: "integer", nullable: false),
                    How = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Telling", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Telling_Application_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Application",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "InterviewQuestion",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    KitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Competence = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Place = table.Column<int>(type: "integer", nullable: false),
                    Words = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InterviewQuestion", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InterviewQuestion_InterviewKit_KitId",
                        column: x => x.KitId,
                        principalTable: "InterviewKit",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Interview",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uuid", nullable: false),
                    SlotId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    InvitedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Words = table.Column<string>(type: "text", nullable: false),
                    WantedSlotId = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Interview", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Interview_Application_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Application",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Interview_InterviewSlot_SlotId",
                        column: x => x.SlotId,
                        principalTable: "InterviewSlot",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Interview_InterviewSlot_WantedSlotId",
                        column: x => x.WantedSlotId,
                        principalTable: "InterviewSlot",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "InterviewJuror",
                columns: table => new
                {
                    SlotId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InterviewJuror", x => new { x.SlotId, x.PersonId });
                    table.ForeignKey(
                        name: "FK_InterviewJuror_InterviewSlot_SlotId",
                        column: x => x.SlotId,
                        principalTable: "InterviewSlot",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_InterviewJuror_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "InterviewFile",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    InterviewId = table.Column<Guid>(type: "uuid", nullable: false),
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InterviewFile", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InterviewFile_Interview_InterviewId",
                        column: x => x.InterviewId,
                        principalTable: "Interview",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "InterviewNote",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    InterviewId = table.Column<Guid>(type: "uuid", nullable: false),
                    JurorId = table.Column<Guid>(type: "uuid", nullable: false),
                    Words = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    HandedInAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InterviewNote", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InterviewNote_Interview_InterviewId",
                        column: x => x.InterviewId,
                        principalTable: "Interview",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_InterviewNote_Persons_JurorId",
                        column: x => x.JurorId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_QueuedMail_About",
                table: "QueuedMail",
                column: "About");

            migrationBuilder.CreateIndex(
                name: "IX_Admissibility_ApplicationId",
                table: "Admissibility",
                column: "ApplicationId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Application_EmailKey",
                table: "Application",
                column: "EmailKey");

            migrationBuilder.CreateIndex(
                name: "IX_Application_VacancyId",
                table: "Application",
                column: "VacancyId");

            migrationBuilder.CreateIndex(
                name: "IX_Application_VacancyId_Number",
                table: "Application",
                columns: new[] { "VacancyId", "Number" },
                unique: true,
                filter: "\"Number\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Application_VacancyId_ProvenKey",
                table: "Application",
                columns: new[] { "VacancyId", "ProvenKey" },
                unique: true,
                filter: "\"ProvenKey\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ApplicationAccess_ApplicationId",
                table: "ApplicationAccess",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_ApplicationAccess_ApplicationId_ReaderId",
                table: "ApplicationAccess",
                columns: new[] { "ApplicationId", "ReaderId" },
                unique: true,
                filter: "\"DocumentId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ApplicationAccess_ReaderId",
                table: "ApplicationAccess",
                column: "ReaderId");

            migrationBuilder.CreateIndex(
                name: "IX_ApplicationDocument_ApplicationId",
                table: "ApplicationDocument",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_ApplicationLink_ApplicationId",
                table: "ApplicationLink",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_Assessment_ApplicationId_JurorId",
                table: "Assessment",
                columns: new[] { "ApplicationId", "JurorId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Assessment_JurorId",
                table: "Assessment",
                column: "JurorId");

            migrationBuilder.CreateIndex(
                name: "IX_Interview_ApplicationId",
                table: "Interview",
                column: "ApplicationId",
                unique: true,
                filter: "\"State\" IN ('Invited', 'Accepted', 'AsksAnother')");

            migrationBuilder.CreateIndex(
                name: "IX_Interview_SlotId",
                table: "Interview",
                column: "SlotId",
                unique: true,
                filter: "\"State\" IN ('Invited', 'Accepted', 'AsksAnother')");

            migrationBuilder.CreateIndex(
                name: "IX_Interview_WantedSlotId",
                table: "Interview",
                column: "WantedSlotId");

            migrationBuilder.CreateIndex(
                name: "IX_InterviewFile_InterviewId",
                table: "InterviewFile",
                column: "InterviewId");

            migrationBuilder.CreateIndex(
                name: "IX_InterviewJuror_PersonId",
                table: "InterviewJuror",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_InterviewKit_VacancyId",
                table: "InterviewKit",
                column: "VacancyId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_InterviewNote_InterviewId_JurorId",
                table: "InterviewNote",
                columns: new[] { "InterviewId", "JurorId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_InterviewNote_JurorId",
                table: "InterviewNote",
                column: "JurorId");

            migrationBuilder.CreateIndex(
                name: "IX_InterviewQuestion_KitId",
                table: "InterviewQuestion",
                column: "KitId");

            migrationBuilder.CreateIndex(
                name: "IX_InterviewSlot_StartsAt",
                table: "InterviewSlot",
                column: "StartsAt");

            migrationBuilder.CreateIndex(
                name: "IX_InterviewSlot_VacancyId",
                table: "InterviewSlot",
                column: "VacancyId");

            migrationBuilder.CreateIndex(
                name: "IX_Offer_ApplicationId",
                table: "Offer",
                column: "ApplicationId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Offer_VacancyId",
                table: "Offer",
                column: "VacancyId",
                unique: true,
                filter: "\"State\" IN ('Open', 'Accepted')");

            migrationBuilder.CreateIndex(
                name: "IX_SelectionDecision_ApplicationId",
                table: "SelectionDecision",
                column: "ApplicationId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SelectionDecision_DecidedBy",
                table: "SelectionDecision",
                column: "DecidedBy");

            migrationBuilder.CreateIndex(
                name: "IX_Telling_ApplicationId",
                table: "Telling",
                column: "ApplicationId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Telling_VacancyId",
                table: "Telling",
                column: "VacancyId");

            migrationBuilder.CreateIndex(
                name: "IX_Vacancy_Slug",
                table: "Vacancy",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_VacancyAmendment_VacancyId",
                table: "VacancyAmendment",
                column: "VacancyId");

            migrationBuilder.CreateIndex(
                name: "IX_VacancyAttribute_VacancyId",
                table: "VacancyAttribute",
                column: "VacancyId");

            migrationBuilder.CreateIndex(
                name: "IX_VacancyCriterion_VacancyId",
                table: "VacancyCriterion",
                column: "VacancyId");

            migrationBuilder.CreateIndex(
                name: "IX_VacancyJuror_PersonId",
                table: "VacancyJuror",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_VacancyJuror_VacancyId",
                table: "VacancyJuror",
                column: "VacancyId");

            migrationBuilder.CreateIndex(
                name: "IX_VacancyJuror_VacancyId_PersonId",
                table: "VacancyJuror",
                columns: new[] { "VacancyId", "PersonId" },
                unique: true,
                filter: "\"LeftAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_VacancyLanguage_VacancyId",
                table: "VacancyLanguage",
                column: "VacancyId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Admissibility");

            migrationBuilder.DropTable(
                name: "ApplicationAccess");

            migrationBuilder.DropTable(
                name: "ApplicationDocument");

            migrationBuilder.DropTable(
                name: "ApplicationLink");

            migrationBuilder.DropTable(
                name: "Assessment");

            migrationBuilder.DropTable(
                name: "InterviewFile");

            migrationBuilder.DropTable(
                name: "InterviewJuror");

            migrationBuilder.DropTable(
                name: "InterviewNote");

            migrationBuilder.DropTable(
                name: "InterviewQuestion");

            migrationBuilder.DropTable(
                name: "Offer");

            migrationBuilder.DropTable(
                name: "SelectionDecision");

            migrationBuilder.DropTable(
                name: "Telling");

            migrationBuilder.DropTable(
                name: "VacancyAmendment");

            migrationBuilder.DropTable(
                name: "VacancyAttribute");

            migrationBuilder.DropTable(
                name: "VacancyCriterion");

            migrationBuilder.DropTable(
                name: "VacancyJuror");

            migrationBuilder.DropTable(
                name: "VacancyLanguage");

            migrationBuilder.DropTable(
                name: "Interview");

            migrationBuilder.DropTable(
                name: "InterviewKit");

            migrationBuilder.DropTable(
                name: "Application");

            migrationBuilder.DropTable(
                name: "InterviewSlot");

            migrationBuilder.DropTable(
                name: "Vacancy");

            migrationBuilder.DropIndex(
                name: "IX_QueuedMail_About",
                table: "QueuedMail");

            migrationBuilder.DropColumn(
                name: "About",
                table: "QueuedMail");

            migrationBuilder.DropColumn(
                name: "Attached",
                table: "QueuedMail");
        }
    }
}
