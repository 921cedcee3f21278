import { enforcementEvents } from "../../shared/contracts/enforcement.ts";
import { withHolds } from "../../shared/holds/index.ts";
import { parkedRoute } from "../../shared/messaging/index.ts";
import { fontAssets } from "../../shared/printing/font-assets.ts";
import { rareFontAssets } from "../../shared/printing/rare-assets.ts";
import { defaultFunctions, joined, type Service, setAsideRoute } from "../../shared/service/index.ts";
import { board } from "./board/index.ts";
import { buildings } from "./buildings/index.ts";
import { campaigns } from "./campaigns/index.ts";
import { caseFiles } from "./case-file/index.ts";
import { cases } from "./cases/index.ts";
import { coercion } from "./coercion/index.ts";
import { commonPart } from "./common/part.ts";
import { cooperation } from "./cooperation/index.ts";
import { evidenceFilesPart } from "./files/index.ts";
import { enforcementHearings } from "./hearings/index.ts";
import { inspections } from "./inspections/index.ts";
import { enforcementLeads } from "./leads/index.ts";
import { openingOf } from "./opening.ts";
import { enforcementPapers } from "./papers/index.ts";
import { payment } from "./payment/index.ts";
import { penaltyList } from "./penalty-list/index.ts";
import { property } from "./property/index.ts";
import { enforcementPublication } from "./publication/index.ts";
import { enforcementRectification } from "./rectification/index.ts";
import { serviceOfPapers } from "./service-of-papers/index.ts";
import { team } from "./team/index.ts";
import { withSquads } from "./team/led-by.ts";

/** Each part knows only those before it. */
const subContexts = joined([
  penaltyList,
  team,
  cases,
  evidenceFilesPart,
  enforcementLeads,
  inspections,
  enforcementRectification,
  serviceOfPapers,
  enforcementHearings,
  property,
  coercion,
  payment,
  campaigns,
  enforcementPublication,
  buildings,
  enforcementPapers,
  caseFiles,
  cooperation,
  board,
  commonPart([parkedRoute("enforcement"), setAsideRoute("enforcement")]),
]);

/** Penalties of the town, from the tip to the last paper. */
export const enforcement: Service = {
  name: "enforcement",
  title: { zh: "综合行政执法", en: "Enforcement" },
  ...withHolds("enforcement", subContexts),
  acquaint: withSquads,
  indexes: [
    { name: "byStatus", projection: "keys" },
    { name: "byOwner", projection: "keys" },
    { name: "byCode", projection: "keys" },
    { name: "byDomain", projection: "keys" },
    // What belongs to a case.
    { name: "byCase", projection: "keys" },
  ],
  files: true,
  assets: { api: { ...fontAssets, ...rareFontAssets }, reactions: { ...fontAssets, ...rareFontAssets } },
  publishes: enforcementEvents,
  opening: openingOf,
  functions: {
    ...defaultFunctions,
    // It draws the PDF of a paper that somebody asks for: some 150 MB for the first.
    api: { memoryMb: 1024, timeoutSeconds: 29 },
    reactions: { memoryMb: 512, timeoutSeconds: 60 },
    clockwork: { memoryMb: 512, timeoutSeconds: 60 },
  },
  attempts: 5,
};
