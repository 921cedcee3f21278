import { permitsEvents } from "../../shared/contracts/permits.ts";
import { withHolds } from "../../shared/holds/index.ts";
import { parkedRoute } from "../../shared/messaging/index.ts";
import { countedPerDay } from "../../shared/per-day/index.ts";
import { fontAssets } from "../../shared/printing/font-assets.ts";
import { rareFontAssets } from "../../shared/printing/rare-assets.ts";
import { defaultFunctions, joined, part, type Service, setAsideRoute } from "../../shared/service/index.ts";
import { authorisations } from "./authorisations/index.ts";
import { bundles } from "./bundles/index.ts";
import { cases } from "./cases/index.ts";
import { certificates } from "./certificates/index.ts";
import { sharedProblems } from "./common/problems.ts";
import { permitsTitles } from "./common/titles.ts";
import { desk } from "./desk/index.ts";
import { documents } from "./documents/index.ts";
import { dossiers } from "./dossiers/index.ts";
import { duties } from "./duties/index.ts";
import { figures } from "./figures/index.ts";
import { files } from "./files/index.ts";
import { guides } from "./guides/index.ts";
import { openingOf } from "./guides/opening.ts";
import { hall } from "./hall/index.ts";
import { notices } from "./notices/index.ts";
import { papers } from "./papers/index.ts";
import { permitsPerDay } from "./per-day.ts";
import { supervision } from "./supervision/index.ts";
import { voices } from "./voices/index.ts";

/** Each part knows only those before it. */
const subContexts = joined([
  guides,
  authorisations,
  certificates,
  documents,
  dossiers,
  cases,
  files,
  bundles,
  notices,
  duties,
  papers,
  supervision,
  hall,
  voices,
  desk,
  figures,
  part({
    routes: [parkedRoute("permits"), setAsideRoute("permits")],
    problems: sharedProblems,
    titles: permitsTitles,
    isShared: true,
  }),
]);

/** Applications, from the counter to the certificate. */
export const permits: Service = {
  name: "permits",
  title: { zh: "行政审批和公共服务", en: "Permits and public services" },
  ...countedPerDay(withHolds("permits", subContexts), permitsPerDay),
  indexes: [
    { name: "byStatus", projection: "keys" },
    { name: "byOffice", projection: "keys" },
    { name: "byOwner", projection: "keys" },
    { name: "byCode", projection: "keys" },
    { name: "byDomain", projection: "keys" },
    // What belongs to a case.
    { name: "byCase", projection: "keys" },
  ],
  files: true,
  assets: { api: { ...fontAssets, ...rareFontAssets }, reactions: { ...fontAssets, ...rareFontAssets } },
  publishes: permitsEvents,
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
