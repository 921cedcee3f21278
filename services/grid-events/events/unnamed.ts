import { randomUUID } from "node:crypto";
import type { Actor } from "../../../shared/decider/index.ts";
import { readable } from "../../../shared/http/index.ts";
import { contextFor, type Runtime } from "../../../shared/service/index.ts";
import { digest, type Loaded, member, sha256 } from "../../../shared/store/index.ts";
import { gridEvent } from "./domain/decider.ts";
import type { GridEvent } from "./domain/event.ts";
import type { EventCommand, Report } from "./domain/messages.ts";
import { type CountReport, networkOf, reportSource } from "./domain/report-source.ts";

/** Who gives no name acts as nobody: the town learns nothing of him. */
export const nobody: Actor = { sub: "nobody", name: "", roles: [] };

/** A report without a name, and where it came from. */
export interface UnnamedReport {
  readonly report: Omit<Report, "type" | "reporter">;
  /** The network address: kept as a keyed digest with the number of its reports on this day. */
  readonly source: string;
  /** `Idempotency-Key`: asked again from there, the same receipt is answered. */
  readonly key: string | undefined;
  /** G14: the holder of a key of Open311 reports, for as many people as it serves. */
  readonly as?: "open311";
  readonly traceparent?: string | undefined;
}

/** The keyed digest under which the secret of a receipt is kept. */
const digestOf = (secret: string, { keyed }: Pick<Runtime, "keyed">): string => keyed("receipt", secret, 32);

const commandIdOf = (from: string, key: string): string => sha256(JSON.stringify(["unnamed", from, key])).slice(0, 24);
/** The keyed digest of where something came from. */
export const sourceKeyOf = (
  runtime: Pick<Runtime, "keyed">,
  { source, as }: Pick<UnnamedReport, "source"> & { readonly as: UnnamedReport["as"] | undefined },
) => runtime.keyed("report-source", as === undefined ? networkOf(source) : `${as}/${source}`);

/** The id of the matter that a source reported under a key, whether it did or not. */
export const reportedUnder = (
  runtime: Runtime,
  { source, key, as }: { readonly source: string; readonly key: string; readonly as: "open311" },
) => readable(commandIdOf(sourceKeyOf(runtime, { source, as }), key));

/**
 * G2: a matter that somebody reports without a name (also from elsewhere, G14). `receipt` opens it: its id and a secret. The table
 * holds no more of it than a digest. Beyond the profile's number of a source and day: `grid-events.too-many-reports`.
 */
export async function reportUnnamed(runtime: Runtime, { report, source, key, traceparent, as }: UnnamedReport) {
  const from = sourceKeyOf(runtime, { source, as });
  const commandId = commandIdOf(from, key ?? randomUUID());
  const [id, secret] = [readable(commandId), readable(runtime.keyed("receipt-secret", commandId))];
  const context = contextFor(runtime, nobody);
  // Sent again it is the same, also where the place lies in another grid by now.
  const { mapped: _mapped, ...said } = report;
  const outcome = await runtime.store.execute({
    ...{ decider: gridEvent, id, expects: "new", commandId, context },
    bodyDigest: digest(["unnamed", said]).slice(0, 16),
    command: (): EventCommand => ({
      type: "report",
      ...report,
      reporter: {
        ...{ kind: "unnamed", receipt: digestOf(secret, runtime) },
        ...(as === undefined ? {} : { through: from }),
      },
    }),
    others: {
      members: { source: member(reportSource, `${from}-${context.today}`, { expects: "either" }) },
      commands: (): { readonly source: CountReport } => ({ source: { type: "count", as: as ?? "unnamed" } }),
    },
    ...(traceparent === undefined ? {} : { traceparent }),
  });
  return { outcome, receipt: `${id}-${secret}` };
}

/** How a receipt is written: the id of the matter and the secret. */
export const receiptPattern = /^[0-9A-HJKMNP-TV-Z]{16}-[0-9A-HJKMNP-TV-Z]{16}$/;

/** The matter of a receipt, and the digest that its commands carry; undefined: no such matter, or another secret. */
export async function matterOfReceipt(
  runtime: Runtime,
  text: string,
): Promise<(Loaded<GridEvent> & { readonly receipt: string }) | undefined> {
  const [id = "", secret = ""] = text.split("-");
  const loaded = await runtime.store.load(gridEvent, id);
  const receipt = digestOf(secret, runtime);
  return loaded === undefined || loaded.state.reporter.receipt !== receipt ? undefined : { ...loaded, receipt };
}
