import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import {
  authorisationConfirmed,
  authorisationEnded,
  authorisationGiven,
} from "../../../../shared/contracts/permits-agents.ts";
import { feePaid, feePaymentTakenBack } from "../../../../shared/contracts/permits-application.ts";
import { certificateIssued } from "../../../../shared/contracts/permits-certificates.ts";
import { present } from "../../../../shared/decider/index.ts";
import type { CloudEvent } from "../../../../shared/messaging/index.ts";
import { fen, formatYuan } from "../../../../shared/money/index.ts";
import {
  type Instruction,
  instruct,
  on,
  type Runtime,
  type Subscription,
  subjectId,
} from "../../../../shared/service/index.ts";
import { factReference, sha256, throughout } from "../../../../shared/store/index.ts";
import { type Authorisation, authorisation } from "../../authorisations/domain/authorisation.ts";
import { bundle } from "../../bundles/domain/decider.ts";
import type { Application } from "../../cases/domain/application/application.ts";
import { application } from "../../cases/domain/application/decider.ts";
import { type NoticeCommand, notice } from "../domain/notice.ts";
import type { NoticeKind } from "../domain/texts.ts";

/** One notice per event and occasion: a redelivery tells nobody twice. */
export const noticeIdOf = (event: string) => sha256(`notice|${event}`).slice(0, 20).toUpperCase();

/** The villager is told about his own authorisation. */
const tellOfAuthorisation = (kind: NoticeKind, event: { id: string; subject: string }, day: string): Instruction => {
  const id = subjectId(event);
  return instruct({
    of: notice,
    id: noticeIdOf(event.id),
    expects: "either",
    facts: { given: factReference(authorisation, id) },
    command: ({ given }): NoticeCommand => {
      if (given === undefined) throw new Error("the authorisation is not there");
      const { villager, resident, agent, until } = given;
      return {
        type: "tell",
        kind,
        about: { on: day, until, authorisation: id },
        to: {
          name: villager.name,
          phone: villager.phone,
          agent: agent.name,
          ...(resident === undefined ? {} : { resident }),
        },
      };
    },
  });
};

/** L9: a case filed under an authorisation that has ended goes on with the villager. */
const endAgency = (id: string, of: string, { resident }: Authorisation): Instruction =>
  instruct({ of: application, id, command: { type: "end-agency", authorisation: of, ...present({ resident }) } });

/** All that the agent filed for the villager under the authorisation that has ended: cases and bundles. */
const endAgencies = (id: string): Instruction => ({
  async carryOut(runtime, cause) {
    const given = (await runtime.store.load(authorisation, id))?.state;
    if (given === undefined) return { done: false, code: "not-found" };
    const ends: Instruction[] = [];
    const cases = { index: "byDomain", partition: `party:${given.party}` };
    for await (const one of throughout(runtime.store, application, cases))
      if (one.state.agency?.authorisation === id) ends.push(endAgency(one.id, id, given));
    const bundles = { index: "byDomain", partition: `bundle-of-party:${given.party}` };
    for await (const one of throughout(runtime.store, bundle, bundles))
      if (one.state.authorisation === id) ends.push(endOfBundle(one.id, id, given));
    for (const end of ends) {
      const carried = await end.carryOut(runtime, cause);
      if (!carried.done) return carried;
    }
    return { done: true };
  },
});

const endOfBundle = (id: string, of: string, { resident }: Authorisation): Instruction =>
  instruct({ of: bundle, id, command: { type: "end-agency", authorisation: of, ...present({ resident }) } });

/** An index may not show yet what was filed a moment before the end; so each new case looks for itself. */
const endIfOver = (
  authorisationOf: (runtime: Runtime) => Promise<string | undefined>,
  end: (of: string, given: Authorisation) => Instruction,
): Instruction => ({
  async carryOut(runtime, cause) {
    const of = await authorisationOf(runtime);
    const given = of === undefined ? undefined : (await runtime.store.load(authorisation, of))?.state;
    return of === undefined || given?.status !== "ended" ? { done: true } : end(of, given).carryOut(runtime, cause);
  },
});

const caseLooks = (id: string) =>
  endIfOver(
    async ({ store }) => (await store.load(application, id))?.state.agency?.authorisation,
    (of, given) => endAgency(id, of, given),
  );
const bundleLooks = (id: string) =>
  endIfOver(
    async ({ store }) => (await store.load(bundle, id))?.state.authorisation,
    (of, given) => endOfBundle(id, of, given),
  );

/**
 * L9: the party of a case that an agent filed is told what becomes of it, whether the agent still acts or not. The notice
 * names the agent, and sends the villager to him, only while the authorisation stands on the day of the event.
 */
const tellOfCase = (kind: NoticeKind, event: CloudEvent): Instruction => ({
  async carryOut(runtime, cause) {
    const id = subjectId(event);
    const of = (await runtime.store.load(application, id))?.state;
    const given = of?.agency && (await runtime.store.load(authorisation, of.agency.authorisation))?.state;
    if (of === undefined || (given === undefined && kind !== "withdrawn")) return { done: true };
    const on = todayIn(event.time).toString();
    if (given === undefined) return tellApplicant(id, of, event, on).carryOut(runtime, cause);
    const acts = kind === "agent-filed" || (given.status === "valid" && on <= given.until);
    const { name, phone } = of.applicant;
    const to = { name, phone, ...present({ resident: given.resident, agent: acts ? given.agent.name : undefined }) };
    const command = { type: "tell" as const, kind, about: { on, item: of.item.name, application: id }, to };
    return instruct({ of: notice, id: noticeIdOf(event.id), expects: "either", command }).carryOut(runtime, cause);
  },
});

/** V6: the applicant is told that his case was taken back. If it was not he, he learns of it. */
function tellApplicant(id: string, of: Application, event: CloudEvent, on: string): Instruction {
  const { name, phone } = of.applicant;
  const about = { on, item: of.item.name, application: id };
  const to = { name, phone, ...present({ resident: of.owner }) };
  const command = { type: "tell" as const, kind: "withdrawn" as const, about, to };
  return instruct({ of: notice, id: noticeIdOf(event.id), expects: "either", command });
}

const kinds = {
  "corrections-notified": "corrections",
  accepted: "accepted",
  granted: "decided",
  refused: "decided",
  declined: "decided",
  "upper-decided": "decided",
  forwarded: "forwarded",
  recorded: "recorded",
  renewed: "renewed",
  withdrawn: "withdrawn",
} as const;
const steps = Object.entries(kinds).map(([what, kind]) =>
  on(`permits.application.${what}`, z.object({ channel: z.string() }), ({ channel }, event) =>
    channel === "agent" || kind === "withdrawn" ? [tellOfCase(kind, event)] : [],
  ),
);

/** L9: the villager is told who collected his certificate, also where another filed for it. */
const tellOfCollection = on(
  "permits.certificate.issued",
  certificateIssued.pick({ application: true, issuedOn: true, collectedBy: true }),
  ({ application: id, issuedOn, collectedBy }, event): Instruction[] =>
    collectedBy === undefined
      ? []
      : [
          instruct({
            of: notice,
            id: noticeIdOf(event.id),
            expects: "either",
            facts: {
              of: factReference(application, id),
              given: factReference(authorisation, collectedBy.authorisation),
            },
            command: ({ of, given }): NoticeCommand => {
              if (of === undefined || given === undefined)
                throw new Error("what was collected, or by whom, is not there");
              const { name, phone } = given.villager;
              const to = { name, phone, agent: given.agent.name, ...present({ resident: given.resident }) };
              return {
                type: "tell",
                kind: "collected",
                about: { on: issuedOn, item: of.item.name, application: id },
                to,
              };
            },
          }),
        ],
);

interface Paid {
  readonly amountFen: number;
  readonly on: string;
  readonly receipt: string;
  readonly paidBy?: { readonly authorisation: string } | undefined;
}
/** L9 (代缴): the villager is told of what his agent paid, with the number of the receipt. */
function tellOfMoney(kind: "fee-paid" | "fee-taken-back", event: CloudEvent, paid: Paid): Instruction[] {
  const { amountFen, on: day, receipt, paidBy } = paid;
  const id = subjectId(event);
  if (paidBy === undefined) return [];
  return [
    instruct({
      of: notice,
      id: noticeIdOf(event.id),
      expects: "either",
      facts: { of: factReference(application, id), given: factReference(authorisation, paidBy.authorisation) },
      command: ({ of, given }): NoticeCommand => {
        if (of === undefined || given === undefined) throw new Error("what was paid, or by whom, is not there");
        const { name, phone } = given.villager;
        const to = { name, phone, agent: given.agent.name, ...present({ resident: given.resident }) };
        const money = { amount: formatYuan(fen(amountFen)), receipt };
        return { type: "tell", kind, about: { on: day, item: of.item.name, application: id, ...money }, to };
      },
    }),
  ];
}

/** L9 (代缴): the villager is told that his agent paid, and gets the number of his receipt. */
const tellOfPayment = on(
  "permits.fee.paid",
  feePaid.pick({ amountFen: true, paidOn: true, receipt: true, paidBy: true }),
  ({ paidOn, ...paid }, event) => tellOfMoney("fee-paid", event, { ...paid, on: paidOn }),
);
/** F-47: and that it was another one's money, so that the fee is owed again. */
const tellOfMistake = on(
  "permits.fee.payment-taken-back",
  feePaymentTakenBack.pick({ amountFen: true, on: true, receipt: true, paidBy: true }),
  (paid, event) => tellOfMoney("fee-taken-back", event, paid),
);

/** L9: the villager is told that somebody may act for him, and that he no longer may. */
export const agentReactions: readonly Subscription[] = [
  on(
    "permits.authorisation.given",
    authorisationGiven.pick({ givenOn: true, confirmed: true }),
    ({ givenOn, confirmed }, event) => (confirmed ? [tellOfAuthorisation("authorised", event, givenOn)] : []),
  ),
  on("permits.authorisation.confirmed", authorisationConfirmed, ({ on: day }, event) => [
    tellOfAuthorisation("authorised", event, day),
  ]),
  on("permits.authorisation.ended", authorisationEnded.pick({ on: true }), ({ on: day }, event) => [
    tellOfAuthorisation("authorisation-ended", event, day),
    endAgencies(subjectId(event)),
  ]),
  on("permits.application.received", z.object({ channel: z.string() }), ({ channel }, event) =>
    channel === "agent" ? [caseLooks(subjectId(event)), tellOfCase("agent-filed", event)] : [],
  ),
  ...steps,
  tellOfCollection,
  tellOfPayment,
  tellOfMistake,
  on("permits.bundle.filed", z.object({ channel: z.string() }), ({ channel }, event) =>
    channel === "agent" ? [bundleLooks(subjectId(event))] : [],
  ),
];
