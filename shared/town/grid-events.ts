import * as z from "zod";
import { pictureTypes } from "../files/upload/index.ts";
import { bilingual, id, line } from "./text.ts";

const term = z.strictObject({
  unit: z.enum(["hour", "office-hour", "working-day"]),
  length: z.int().min(1).max(1_000),
});
const terms = z.record(id, term);

/** G14: what a service of Open311 asks besides. */
const attribute = z.strictObject({
  code: id,
  /** `false`: a text to be read, without an answer. */
  variable: z.boolean(),
  datatype: z.enum(["string", "number", "datetime", "text", "singlevaluelist", "multivaluelist"]),
  required: z.boolean(),
  title: bilingual,
  help: bilingual.optional(),
  values: z.array(z.strictObject({ key: id, title: bilingual })).optional(),
});

/** A kind of matter (G-4, G-5): class and subclass of the standard, or the town's own. */
const category = z.strictObject({
  code: id,
  /** Class and subclass of GB/T 30428.2, four digits. The town's own have none. */
  standard: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
  title: bilingual,
  /** Matters of one group may be the same one. */
  group: id,
  /** Whether anybody may report it. */
  public: z.boolean(),
  /** Shown by its grid alone, never by its point. */
  sensitive: z.boolean(),
  /** G5: only in special grids of these kinds. */
  special: z.array(id).optional(),
  /** E6: sent to enforcement it becomes a lead there, of this domain. */
  lead: z.strictObject({ domain: id.optional() }).optional(),
  attributes: z.array(attribute).optional(),
  /** G14: `batch`: who reports gets a token, and the id once somebody has looked at it. Absent: the id at once. */
  open311: z.enum(["realtime", "batch"]).optional(),
  /** By urgency. G-8 (D): no norm sets a limit for the country. */
  terms,
  /** The term of each unit, from its dispatch. */
  unitTerms: terms,
});

const clockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
const coded = z.strictObject({ code: id, title: bilingual });

/** What a reporter is told when his matter comes to one of these states; `{number}` and `{due}` stand for its own. */
const answer = z.strictObject({
  states: z
    .array(
      z.enum([
        ...["reported", "accepted", "rejected", "dispatched", "closed", "merged"],
        ...["lead-filed", "lead-dismissed", "lead-transferred", "lead-joined", "case-ended"],
      ] as const),
    )
    .min(1),
  /** Of these categories alone: such a text goes before a general one. */
  categories: z.array(id).optional(),
  text: bilingual,
});

const severity = z.enum(["I", "II", "III"]);
/** Which matters are grave: the first rule that fits counts, and without one a matter is of severity III. */
const severityRule = z
  .strictObject({
    severity,
    categories: z.array(id).min(1).optional(),
    urgencies: z.array(id).min(1).optional(),
    /** So many people report it. */
    joined: z.int().min(1).optional(),
  })
  .refine(
    ({ categories, urgencies, joined }) => categories !== undefined || urgencies !== undefined || joined !== undefined,
    "a rule names what it is about / 规则须有条件",
  );
const whistle = z.strictObject({ units: z.array(id), minutes: z.int().min(1).max(10_080) });
const level = z.enum(["village", "town", "county"]);
/** G6, G10, G13: severity, the ladder, and who must come when called. No norm sets any of it for the country. */
const levels = z.strictObject({
  severity: z.array(severityRule),
  /** Where a matter of this severity begins. */
  starts: z.strictObject({ I: level, II: level, III: level }),
  /** How long it may stay at a level before it goes up by itself. */
  ladder: z.strictObject({ village: term, town: term }),
  /** Units that a severity calls at once, and within how many minutes who is called has to come. */
  whistle: z.strictObject({ I: whistle, II: whistle, III: whistle }),
  source: line,
});

/** G4: machines. No norm sets their numbers. P-6: a camera serves categories of public safety alone. */
const devices = z
  .strictObject({
    kinds: z.array(
      coded.extend({
        camera: z.boolean(),
        categories: z.array(id).min(1),
        urgency: id,
        /** P-5: a person looks first, before it is a matter. */
        touchesPersons: z.boolean(),
        silentHours: z.int().min(1).max(8_760),
      }),
    ),
    publicSafety: z.array(id),
    windowMinutes: z.int().min(1).max(60),
    /** Messages that a machine may send in a window. */
    perWindow: z.int().min(1).max(100_000),
    /** Changes of its alarm in a window that are noted; then it flaps. */
    flaps: z.int().min(1).max(100),
    /** Machines so near to each other make one matter. */
    areaMetres: z.int().min(10).max(2_000),
    /** From so many in alarm on it is a matter of the whole area. */
    areaCount: z.int().min(2).max(1_000),
    source: line,
  })
  .refine(
    ({ kinds, publicSafety }) =>
      kinds.every(({ camera, categories }) => !camera || categories.every((one) => publicSafety.includes(one))),
    "a camera serves public safety alone (P-6) / 摄像设备只用于公共安全（个人信息保护法26）",
  );

/** G-13: whether the town takes check-ins or tracks, and in which emergencies it may ask for them. */
const walking = z.strictObject({ offered: z.boolean(), required: z.boolean(), for: z.array(id) });
/** G3, G-13: patrols. */
const patrols = z
  .strictObject({
    checkIns: walking,
    tracks: walking,
    /** Safety and emergencies. */
    emergencies: z.array(coded),
    /** Places of one track. */
    trackPoints: z.int().min(1).max(5_000),
    source: line,
  })
  .refine(
    ({ checkIns, tracks, emergencies }) =>
      [checkIns, tracks].every(
        (rule) =>
          (!rule.required || rule.for.length > 0) &&
          rule.for.every((one) => emergencies.some(({ code }) => code === one)),
      ),
    "check-ins and tracks are required in emergencies alone (G-13) / 除安全、应急外不得强制打卡、留痕（国办函〔2026〕12号）",
  );

/** The rules of the grid (G1–G14): what is doubtful in law is set here, with its source. */
export const gridEvents = z.strictObject({
  /** Where categories and terms come from: no norm sets them for the country (G-4, G-8). */
  source: line,
  urgencies: z.array(coded).min(1),
  categories: z.array(category).min(1),
  units: z.array(z.strictObject({ id, name: bilingual, kind: z.enum(["office", "enforcement", "county", "company"]) })),
  rejectionGrounds: z.array(coded).min(1),
  /** `longestHours`: of all pauses of a round for this reason together. */
  pauseReasons: z.array(coded.extend({ longestHours: z.int().min(1).max(10_000) })).min(1),
  /** Days after its end within which a matter is taken up again. */
  reopenDays: z.int().min(0).max(365),
  /** How long before its end a term is told. */
  warnBeforeMinutes: z.int().min(0).max(100_000),
  /** The first that fits counts; without one nothing is told. */
  answers: z.array(answer),
  /** G2: when two matters of a group may be the same one. A group that is not named has no hints. */
  duplicates: z.strictObject({
    groups: z
      .array(
        z.strictObject({
          group: id,
          /** 0: places say nothing, the component alone does. */
          radiusMetres: z.int().min(0).max(2_000),
          /** Hours between two reports. */
          hours: z.int().min(1).max(2_160),
          /** Hours since the other one was closed; 0: what is over is never the same. */
          closedHours: z.int().min(0).max(2_160),
        }),
      )
      .refine((all) => new Set(all.map(({ group }) => group)).size === all.length, "a group stands twice / 组别重复"),
    source: line,
  }),
  /** G14: Open311 GeoReport v2. */
  open311: z.strictObject({
    /** Who to write to about the interface and its keys. */
    contact: line,
    /** When its services last changed. */
    changeset: z.iso.datetime({ offset: true }),
    kind: z.enum(["production", "test"]),
    /** Which urgency its reports have. */
    urgency: id,
    /** Who may report: SHA-256 of each key, never the key. */
    keys: z.array(z.strictObject({ holder: line, sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
    source: line,
  }),
  /** G-9, D: denominators that no norm settles. `publicFloor`: no count below it is shown to everybody. */
  figures: z.strictObject({
    reworkPer: z.enum(["closed", "due"]),
    solvedInGridPer: z.enum(["reported", "filed"]),
    publicFloor: z.int().min(2).max(1_000),
    source: line,
  }),
  /** E6, D: permits to use a public place, and the kinds of matters that they answer. */
  permits: z.strictObject({
    items: z
      .array(z.strictObject({ item: line, categories: z.array(id).min(1) }))
      .refine((all) => new Set(all.map(({ item }) => item)).size === all.length, "an item stands twice / 事项重复"),
    /** How far from the matter a permit may lie. */
    radiusMetres: z.int().min(1).max(2_000),
    source: line,
  }),
  levels,
  /** G2: how many in a hundred of the matters solved in the grid are checked by another person. */
  sample: z.strictObject({ percent: z.number().min(0).max(100), source: line }),
  /** How many matters one source may report on a day: a network address without a login, a resident by his own. */
  reportsPerDay: z.strictObject({
    unnamed: z.int().min(0),
    resident: z.int().min(0),
    open311: z.int().min(0),
    source: line,
  }),
  /** G2, D: pictures of matters. Only kinds whose metadata can be taken out; no norm sets their size. */
  pictures: z.strictObject({
    accepted: z.array(z.strictObject({ type: z.enum(pictureTypes), maxBytes: z.int().min(1).max(20_971_520) })).min(1),
    /** In which an announced picture, and a picture after, has to come. */
    uploadHours: z.int().min(1).max(168),
    source: line,
  }),
  devices,
  patrols,
  /** G2, D: what workers write without a network. No norm sets how much of it, nor for how long it counts. */
  offline: z.strictObject({
    /** Of one batch. */
    entries: z.int().min(1).max(500),
    bytes: z.int().min(1_000).max(900_000),
    /** Days after leaving a post in which what was written on it still counts. */
    graceDays: z.int().min(0).max(31),
    /** From so many minutes on a device's clock is marked as wrong. */
    skewMinutes: z.int().min(1).max(1_440),
    source: line,
  }),
  /** G11, G12, D: the environment watch. No norm for the country sets any of it. */
  environment: z.strictObject({
    problems: z.array(coded).min(1),
    /** Days in which what was found may be put right before it is exposed. */
    warningDays: z.int().min(1).max(365),
    rewards: z.strictObject({
      categories: z.array(z.strictObject({ category: id, mostFen: z.int().min(1).max(100_000_000) })),
      source: line,
    }),
    waste: z.strictObject({
      /** The last minute of each stage, `HH:MM`, in the order of the stages. */
      latest: z
        .strictObject({ household: clockTime, village: clockTime, town: clockTime, county: clockTime })
        .refine(
          ({ household, village, town, county }) => household < village && village < town && town < county,
          "each stage ends after the one before / 各环节时间须依次递增",
        ),
      source: line,
    }),
    source: line,
  }),
  /** G2, D: within so many minutes a unit says that it has what it was sent. No norm sets it. */
  delivery: z.strictObject({ receiveMinutes: z.int().min(1).max(10_080), source: line }),
  /** G2, D: how many steps are sent at once. */
  bulk: z.strictObject({ most: z.int().min(1).max(500), source: line }),
  /** G7, D: mediation. The norm says a month (G-16) and no number of days for visits. */
  mediation: z.strictObject({
    months: z.int().min(1).max(12),
    /** Days after an agreement on which its parties are visited, in order. */
    followUpDays: z.array(z.int().min(1).max(365)).min(1).max(10),
    /** G-15: what stays open where it comes to nothing. */
    ways: z.array(coded).min(1),
    source: line,
  }),
  /** G8, D: appeals. No norm for the country sets these numbers (G-11, G-12). */
  appeals: z.strictObject({
    /** The day of the month on which leaders receive people; a day of rest moves it to the next working day. */
    dayOfMonth: z.int().min(1).max(31),
    answerWorkingDays: z.int().min(1).max(60),
    extensionWorkingDays: z.int().min(1).max(60),
    /** In which a person confirms an answer or raises it. */
    confirmDays: z.int().min(1).max(90),
    /** S-10: ways of law to which a matter is sent. */
    legalWays: z.array(coded).min(1),
    source: line,
  }),
  /** G5: kinds of special grids (mine, orchard, market, border) that the town has. */
  specialKinds: z
    .array(coded)
    .refine((kinds) => new Set(kinds.map(({ code }) => code)).size === kinds.length, "a code stands twice / 种类重复"),
  /** G-1 (D): a grid with more households should be split; one with fewer could be joined. */
  households: z
    .strictObject({ most: z.int().min(1), fewest: z.int().min(0), source: line })
    .refine(({ most, fewest }) => fewest <= most, "fewest is above most / 下限高于上限"),
  /** Pieces of a map up to this size come from drawing: notes, no faults. In square metres. */
  sliver: z.strictObject({ squareMetres: z.number().min(0).max(10_000), source: line }),
});
export type GridEventRules = z.infer<typeof gridEvents>;
