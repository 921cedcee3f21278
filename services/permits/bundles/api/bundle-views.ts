import * as z from "zod";
import { present } from "../../../../shared/decider/index.ts";
import type { Viewing } from "../../../../shared/http/index.ts";
import { maskParty } from "../../../../shared/parties/index.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import { titled } from "../../../../shared/text/index.ts";
import type { Application } from "../../cases/domain/application/application.ts";
import { application } from "../../cases/domain/application/decider.ts";
import { atTheCounter, onTheSpotView, party, viewOnTheSpot } from "../../cases/index.ts";
import { text } from "../../common/api/schemas.ts";
import { type Brought, type Bundle, isOver, type Part } from "../domain/bundle.ts";
import { missingOnce } from "../domain/missing.ts";

const date = z.iso.date();
const refusal = z.object({ code: z.string(), details: z.record(z.string(), z.unknown()) });
const broughtView = z.object({
  material: z.string(),
  files: z.array(z.string()).optional(),
  /** `passed-on` until the part has answered; `had`: it had it already. */
  outcome: z.enum(["passed-on", "had", "taken", "refused"]),
  refusal: refusal.optional(),
});
const partView = z.object({
  item: z.string(),
  /** The application; absent where it could not be received. */
  application: z.string().optional(),
  status: z.string(),
  refusal: refusal.optional(),
  /** What was last brought of each material with the bundle, and what became of it here. */
  brought: z.array(broughtView).optional(),
});
export const bundleView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(["open", "withdrawn", "done"]),
  bundle: z.string(),
  name: text,
  channel: z.string(),
  applicant: party,
  filedOn: date,
  parts: z.array(partView),
  progress: z.object({ parts: z.int(), over: z.int(), notReceived: z.int() }),
  withdrawnOn: date.optional(),
  doneOn: date.optional(),
});

/** A bundle in a list: its parts are read by its id. */
export const bundleRow = bundleView
  .pick({
    id: true,
    version: true,
    status: true,
    bundle: true,
    name: true,
    channel: true,
    filedOn: true,
    progress: true,
    withdrawnOn: true,
    doneOn: true,
  })
  .extend({ applicant: z.string() });
/** Besides, what only the applications know. */
export const jointView = bundleView.extend({
  parts: z.array(partView.extend({ onTheSpot: onTheSpotView.optional() })),
  /** What any part still waits for, each thing once, by the name under which it is brought. */
  missing: z.array(
    z.object({
      name: z.string(),
      items: titled(z.array(z.string()), { zh: "事项", en: "Permit items" }),
      notified: z.boolean(),
    }),
  ),
});

const viewRefusal = ({ code, details }: z.input<typeof refusal>) => ({ code, details: { ...details } });

const viewBrought = ({ material, files, outcome, refusal: why }: Brought) => ({
  material,
  ...(files.length === 0 ? {} : { files: [...files] }),
  outcome,
  ...(why === undefined ? {} : { refusal: viewRefusal(why) }),
});

function viewPart({ item, application: id, status, refusal: why }: Part, { brought = [] }: Bundle) {
  const own = brought.filter((one) => one.item === item).map(viewBrought);
  return {
    item,
    status,
    ...(status === "filed" || status === "not-received" ? {} : { application: id }),
    ...(why === undefined ? {} : { refusal: viewRefusal(why) }),
    ...(own.length === 0 ? {} : { brought: own }),
  };
}

export function viewBundle({ id, version, state }: Loaded<Bundle>) {
  const { status, bundle: code, name, channel, filedOn, withdrawnOn, doneOn, parts } = state;
  const notReceived = parts.filter((part) => part.status === "not-received").length;
  return {
    id,
    version,
    status,
    bundle: code,
    name,
    channel,
    applicant: maskParty(state.applicant),
    filedOn,
    parts: parts.map((part) => viewPart(part, state)),
    progress: { parts: parts.length, over: parts.filter(isOver).length, notReceived },
    ...present({ withdrawnOn, doneOn }),
  };
}

/** The bundle with its applications as they stand. */
export async function viewJointly(loaded: Loaded<Bundle>, { actor, runtime }: Viewing) {
  const { parts } = loaded.state;
  const applications = await Promise.all(
    parts.map(async (part) => {
      const found = await runtime.store.load(application, part.application);
      return atTheCounter<Application | undefined>(found?.state, actor, runtime);
    }),
  );
  const spots = applications.map((one) => one && viewOnTheSpot(one));
  const shown = viewBundle(loaded);
  return {
    ...shown,
    parts: shown.parts.map((part, at) => ({ ...part, ...present({ onTheSpot: spots[at] }) })),
    missing: missingOnce(loaded.state, applications).map((one) => ({ ...one, items: [...one.items] })),
  };
}
