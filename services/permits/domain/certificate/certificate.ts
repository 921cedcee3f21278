import type * as z from "zod";
import { type Limit, limitFrom } from "../../../../shared/calendar/index.ts";
import type * as published from "../../../../shared/contracts/permits.ts";
import {
  checkMove,
  type Decider,
  type Decision,
  type Moves,
  type Recorded,
  refuse,
} from "../../../../shared/decider/index.ts";
import { buildLicenceId } from "../../../../shared/identity-codes/index.ts";
import type { Organ } from "../../../../shared/powers-in-force/index.ts";
import type { Applicant, OfficialNumber } from "../application/application.ts";
import { deliveryLimit } from "../application/limits.ts";

/** What is drawn up when an application is granted: paper to be, numbered and sealed. */
export interface Drawn {
  readonly application: string;
  readonly item: { readonly code: string; readonly name: { readonly zh: string; readonly en: string } };
  readonly title: string;
  readonly number: OfficialNumber;
  /** GB/T 36904 identifier (ID-6). */
  readonly licenceId: string;
  readonly holder: Pick<Applicant, "kind" | "name" | "idNumber">;
  readonly issuer: Organ;
  readonly decidedOn: string;
  readonly decidedBy: string;
  readonly validUntil?: string;
  /** XK-79: the item bears on public safety, health or life. */
  readonly safety?: boolean;
}
export type Certificate =
  | (Drawn & { readonly status: "drawn-up"; readonly delivery: Limit })
  | (Drawn & { readonly status: "valid"; readonly issuedOn: string; readonly issuedBy: string });

export interface DrawUp {
  readonly type: "draw-up";
  readonly certificate: Omit<Drawn, "licenceId">;
  /** The organ in charge of this kind of licence. */
  readonly inCharge: string;
}
export type CertificateCommand = DrawUp | { readonly type: "issue" };

export type CertificateEvent =
  | {
      readonly type: "permits.certificate.drawn-up";
      readonly data: Omit<Drawn, "holder"> & { readonly delivery: Limit };
      readonly personal: Pick<Drawn, "holder">;
    }
  | { readonly type: "permits.certificate.issued"; readonly data: z.infer<typeof published.certificateIssued> };

const moves = { "drawn-up": { issue: "valid" }, valid: {} } as const satisfies Moves;

/** A certificate (L11): drawn up with the decision's number, issued by the certificate desk within ten working days. */
export const certificate: Decider<Certificate, CertificateCommand, CertificateEvent> = {
  aggregate: "certificate",
  decide(state, command, { calendar, today, actor }): Decision<CertificateEvent> {
    if (command.type === "draw-up") {
      if (state !== undefined) return [];
      const { holder, ...open } = command.certificate;
      const delivery = limitFrom(calendar, deliveryLimit, open.decidedOn);
      return [
        {
          type: "permits.certificate.drawn-up",
          data: { ...open, licenceId: licenceIdOf(command), delivery },
          personal: { holder },
        },
      ];
    }
    if (state === undefined) return [];
    const impossible = checkMove(moves, "permits.certificate-not-in-this-state", state.status, command.type);
    if (impossible !== undefined) return impossible;
    if (actor.sub === state.decidedBy) return refuse("permits.decider-cannot-issue", { rule: "L1" });
    const { number, item, application } = state;
    return [{ type: "permits.certificate.issued", data: { number, item, application, issuedOn: today.toString() } }];
  },
  evolve,
  listed: (state, id) => ({ byStatus: { partition: `certificate:${state.status}`, sort: `${state.decidedOn}#${id}` } }),
};

function evolve(state: Certificate | undefined, event: Recorded<CertificateEvent>): Certificate {
  if (event.type === "permits.certificate.drawn-up") return { ...event.data, ...event.personal, status: "drawn-up" };
  if (state?.status !== "drawn-up") throw new TypeError("only what is drawn up is issued");
  const { delivery: _delivery, ...drawn } = state;
  return { ...drawn, status: "valid", issuedOn: event.data.issuedOn, issuedBy: event.actor };
}

/** The kind is numbered by the item's number in its list, public services from 500; the serial by year and certificate number. */
function licenceIdOf({ certificate: { item, issuer, number }, inCharge }: DrawUp): string {
  const kind = Number(item.code.slice(-3)) + (item.code.startsWith("PS-") ? 500 : 0);
  const built = buildLicenceId({
    type: `${inCharge}${String(kind).padStart(3, "0")}`,
    issuer: issuer.uscc,
    serial: `${number.year}${String(number.serial).padStart(6, "0")}`,
    version: "001",
  });
  if (!built.ok) throw new TypeError(`the profile's codes give no licence id: ${built.reason}`);
  return built.value;
}
