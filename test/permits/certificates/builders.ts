import { type Ban, ban, type RecordFalsehood, type Undoing } from "../../../services/permits/cases/domain/ban/ban.ts";
import {
  type Certificate,
  type CertificateCommand,
  type DrawUp,
  certificate as theDecider,
} from "../../../services/permits/certificates/domain/certificate.ts";
import { startOfDay } from "../../../shared/calendar/index.ts";
import type { Decider, DomainEvent, Recorded } from "../../../shared/decider/index.ts";
import { isRejection } from "../../../shared/decider/index.ts";
import { on } from "../../support/deciding.ts";
import { aPower, theApplicant, theApprover, theClerk, theIssuer } from "../cases/builders.ts";

const inForce = { power: aPower() };

/** Certificates of an item whose power is in force: acts that need it find it. */
export const certificate: typeof theDecider = {
  ...theDecider,
  decide: (state, command, context) => theDecider.decide(state, { ...inForce, ...command }, context),
};

/** Tells an aggregate a lawful command on a day and answers its new state. */
export function told<S, C, E extends DomainEvent>(
  decider: Decider<S, C, E>,
  state: S | undefined,
  command: C,
  date: string,
  actor = theClerk,
): S {
  const decision = decider.decide(state, command, on(date, actor));
  if (isRejection(decision)) throw new Error(JSON.stringify(decision));
  let next = state;
  for (const event of decision) {
    const recorded: Recorded<E> = { ...event, sequence: 1, time: startOfDay(date), actor: actor.sub };
    next = decider.evolve(next, recorded);
  }
  if (next === undefined) throw new Error("nothing came of it");
  return next;
}

export const theHolder = { kind: "citizen", name: theApplicant.name, idNumber: theApplicant.idNumber } as const;

export const aJudgment: Undoing = {
  kind: "judgment",
  organ: "禄丰市人民法院",
  number: "（2026）云行初1号",
  date: "2026-03-01",
};

export const aFalsehood = (more: Partial<RecordFalsehood> = {}): RecordFalsehood => ({
  type: "record",
  item: "PL-018",
  holder: theHolder,
  ground: "false-materials",
  source: "PL-018.X",
  from: "2026-03-02",
  safety: true,
  ...more,
});

/** Somebody found false; `lifted` on a day, if it is said. */
export function aBan({ lifted, ...more }: Partial<RecordFalsehood> & { readonly lifted?: string } = {}): Ban {
  const found = told(ban, undefined, aFalsehood(more), more.from ?? "2026-03-02");
  if (lifted === undefined) return found;
  return told(ban, found, { type: "lift", document: aJudgment }, lifted, theApprover);
}

const county = { name: { zh: "县农业农村局", en: "County agriculture bureau" }, uscc: "11532302YY00010120" };

/** The certificate that a grant of 28 April 2026 draws up. */
export const aGrant = (more: Partial<DrawUp["certificate"]> = {}): DrawUp => ({
  type: "draw-up",
  inCharge: county.uscc,
  certificate: {
    application: "PL-018.X",
    item: { code: "PL-018", name: { zh: "农药经营许可证核发", en: "Pesticide trade licence" } },
    title: "农药经营许可证",
    number: { series: "certificate", year: 2026, serial: 7, text: { zh: "广通许〔2026〕7号", en: "No. 7" } },
    holder: theHolder,
    issuer: county,
    office: "agriculture-centre",
    decidedOn: "2026-04-28",
    decidedBy: theApprover.sub,
    ...more,
  },
});

export const aPaper = { number: "广通农〔2026〕3号", date: "2026-05-01" };
export const noHarm = { grave: false, assessment: "不涉及公共利益" };

/** A certificate valid until the end of 2026, issued on 29 April 2026, after these commands. */
export function aCertificate(
  more: Partial<DrawUp["certificate"]> = {},
  ...commands: readonly (readonly [CertificateCommand, string])[]
): Certificate {
  const grant = aGrant({ validUntil: "2026-12-31", validityMonths: 12, ...more });
  const drawn = told(certificate, undefined, grant, "2026-04-28");
  const issued = told(certificate, drawn, { type: "issue" }, "2026-04-29", theIssuer);
  return commands.reduce((state, [command, date]) => told(certificate, state, command, date, theApprover), issued);
}

export const aProposal = (ground: "procedure" | "fraud" = "procedure") =>
  ({ type: "propose-revocation", ground, notice: "撤告1号", facts: "查明的事实" }) as const;
export const heardOn = (on: string) => ({ on, record: "笔录1号" });
