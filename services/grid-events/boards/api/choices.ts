import * as z from "zod";
import { type Route, read } from "../../../../shared/http/index.ts";
import { titled } from "../../../../shared/text/index.ts";
import type { GridEventRules } from "../../../../shared/town/grid-events.ts";

const bilingual = z.object({ zh: z.string(), en: z.string() });
const choice = z.object({ code: z.string(), title: bilingual });
type Coded = GridEventRules["urgencies"];
const choices = (coded: Coded) => coded.map(({ code, title }) => ({ code, title: { ...title } }));
const listOf = <T extends z.ZodType>(one: T, zh: string, en: string) => titled(z.array(one), { zh, en });
const yes = (zh: string, en: string) => titled(z.boolean(), { zh, en });

const term = z.object({
  urgency: z.string(),
  unit: titled(z.enum(["hour", "office-hour", "working-day"]), { zh: "时限单位", en: "Unit of the term" }),
  length: z.int(),
});
const category = choice.extend({
  group: titled(z.string(), { zh: "类别组", en: "Group" }),
  public: yes("群众是否可报", "Whether anybody may report it"),
  sensitive: yes("是否敏感", "Whether it is sensitive"),
  special: listOf(z.string(), "专属网格种类", "Kinds of special grids").optional(),
  terms: listOf(term, "办理时限", "Terms"),
});
const returns = z.object({
  categories: listOf(category, "事件类别", "Categories"),
  urgencies: listOf(choice, "紧急程度", "Urgencies"),
  units: listOf(
    z.object({
      id: z.string(),
      name: bilingual,
      kind: titled(z.enum(["office", "enforcement", "county", "company"]), { zh: "单位种类", en: "Kind of unit" }),
    }),
    "承办单位",
    "Units",
  ),
  rejectionGrounds: listOf(choice, "不予受理的理由", "Grounds of rejection"),
  pauseReasons: listOf(
    choice.extend({ longestHours: titled(z.int(), { zh: "最长小时数", en: "Longest, in hours" }) }),
    "暂停理由",
    "Reasons of a pause",
  ),
  deviceKinds: listOf(
    choice.extend({
      camera: yes("是否摄像设备", "Whether it is a camera"),
      categories: listOf(z.string(), "适用类别", "Categories that it serves"),
    }),
    "设备种类",
    "Kinds of machines",
  ),
  problems: listOf(choice, "环境问题", "Problems of an inspection"),
  legalWays: listOf(choice, "法定途径", "Ways of law"),
  mediationWays: listOf(choice, "调解不成的其他途径", "Ways that stay open after a mediation"),
  emergencies: listOf(choice, "应急情形", "Emergencies"),
  specialKinds: listOf(choice, "专属网格种类", "Kinds of special grids"),
  reopenDays: titled(z.int(), { zh: "可以重新受理的天数", en: "Days in which a matter is taken up again" }),
  offline: titled(
    z.object({
      entries: titled(z.int(), { zh: "每批条数", en: "Entries of a batch" }),
      bytes: titled(z.int(), { zh: "每批字节数", en: "Bytes of a batch" }),
    }),
    { zh: "离线上传上限", en: "Limits of an offline batch" },
  ),
  bulk: titled(z.int(), { zh: "批量上限", en: "Most rows at once" }),
});

const termsOf = (terms: GridEventRules["categories"][number]["terms"]) =>
  Object.entries(terms).map(([urgency, { unit, length }]) => ({ urgency, unit, length }));

/**
 * What may be chosen in this town: codes with their titles. A form, also one that is filled without a network, asks here once and
 * types no code by heart. All of it is the profile's, and nothing of it is about a person.
 */
export const choicesRoute: Route = read("GET /grid-events/choices", {
  summary: {
    zh: "可选项：事件类别及时限、紧急程度、单位、理由、设备种类、法定途径、批量上限",
    en: "What may be chosen: categories with their terms, urgencies, units, grounds, kinds of machines, ways of law, limits",
  },
  allow: "public",
  maxAge: 300,
  returns,
  async run(_request, { town: { gridEvents: rules } }) {
    return {
      categories: rules.categories.map(({ code, title, group, public: open, sensitive, special, terms }) => ({
        ...{ code, title: { ...title }, group, public: open, sensitive, terms: termsOf(terms) },
        ...(special === undefined ? {} : { special: [...special] }),
      })),
      urgencies: choices(rules.urgencies),
      units: rules.units.map(({ id, name, kind }) => ({ id, name: { ...name }, kind })),
      rejectionGrounds: choices(rules.rejectionGrounds),
      pauseReasons: rules.pauseReasons.map(({ code, title, longestHours }) => ({
        ...{ code, title: { ...title }, longestHours },
      })),
      deviceKinds: rules.devices.kinds.map(({ code, title, camera, categories }) => ({
        ...{ code, title: { ...title }, camera, categories: [...categories] },
      })),
      problems: choices(rules.environment.problems),
      legalWays: choices(rules.appeals.legalWays),
      mediationWays: choices(rules.mediation.ways),
      emergencies: choices(rules.patrols.emergencies),
      specialKinds: choices(rules.specialKinds),
      reopenDays: rules.reopenDays,
      offline: { entries: rules.offline.entries, bytes: rules.offline.bytes },
      bulk: rules.bulk.most,
    };
  },
});
