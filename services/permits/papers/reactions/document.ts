import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { applicationClosed } from "../../../../shared/contracts/permits.ts";
import { thirdPartiesInformed } from "../../../../shared/contracts/permits-application.ts";
import { applicationPaused, documentSuperseded } from "../../../../shared/contracts/permits-documents.ts";
import { present } from "../../../../shared/decider/index.ts";
import type { CloudEvent } from "../../../../shared/messaging/index.ts";
import type { Frame } from "../../../../shared/papers/index.ts";
import type { Keyed } from "../../../../shared/parties/index.ts";
import {
  type Instruction,
  instruct,
  on,
  once,
  type Runtime,
  type Subscription,
  subjectId,
} from "../../../../shared/service/index.ts";
import { factReference } from "../../../../shared/store/index.ts";
import { authorisation } from "../../authorisations/domain/authorisation.ts";
import { application } from "../../cases/domain/application/decider.ts";
import { certificate, certificatesOf } from "../../certificates/domain/certificate.ts";
import { certificateIdOf } from "../../common/certificate-id.ts";
import { knownPower } from "../../common/domain/known-power.ts";
import { itemOf } from "../../common/item-of.ts";
import { document, type Numbered, type NumberIt } from "../../documents/domain/document.ts";
import { documentIdOf } from "../../documents/domain/document-id.ts";
import type { CertificateKind, DocumentKind } from "../../documents/domain/kinds.ts";
import type { Source } from "../domain/compose.ts";
import type { Handover } from "../domain/handover.ts";
import { givenNumber } from "../domain/numbering.ts";

/** Which document is meant, before the town's secret is at hand; `key` keeps instructions of one document in order. */
interface Named {
  readonly key: string;
  readonly id: (keyed: Keyed) => string;
}

const documentOf = (kind: DocumentKind, event: string): Named => ({
  key: `document/${kind}|${event}`,
  id: (keyed) => documentIdOf(keyed, kind, event),
});

/** The texts are read by the first paper, not by every start of a function. */
const texts = once(() => import("../domain/compose.ts"));
const keeping = once(() => import("../../../../shared/printing/keep.ts"));

type Origin = Omit<Numbered, "number" | "standing">;
type Cause = Parameters<Instruction["carryOut"]>[1];

/**
 * Numbers, composes, keeps and draws up one document, in this order. A second run goes on where the first one stopped: it
 * reads the case as it was after the event, composes the same text, and keeps each file under its own hash. It draws no PDF.
 */
function draw({ key, id: idWith }: Named, origin: Origin): Instruction {
  return {
    key,
    async carryOut(runtime, cause) {
      const id = idWith(runtime.keyed);
      const known = await runtime.store.load(document, id);
      if (known !== undefined && known.state.status !== "numbered") return { done: true };
      const source = await sourceOf(origin, runtime);
      if (source === undefined) return { done: false, code: "document-without-case" };
      // L16: a filing is recorded as it is received; its own receipt stands for both.
      if (origin.kind === "receipt" && source.application.guide.category === "filing") return { done: true };
      const { compose, hasPaper, templateVersion } = await texts();
      if (!hasPaper(origin.kind, source, unnumbered(id, origin, runtime)))
        return { done: false, code: "no-such-document" };
      const numbered = known?.state ?? (await numberIt(id, origin, source, runtime, cause));
      const frame = { ...numbered, ...numbered.standing, id, town: runtime.town };
      const content = compose(origin.kind, source, frame);
      if (content === undefined) throw new Error("a paper there was is there no more");
      const { keepPaper } = await keeping();
      const kept = await keepPaper(runtime.files, content);
      if (kept.missingGlyphs > 0) runtime.observability.count("GlyphsMissing", kept.missingGlyphs);
      const command = { type: "draw-up" as const, ...kept, template: templateVersion };
      const finish = instruct({ of: document, id, command });
      return finish.carryOut(runtime, step(cause, "drawn-up"));
    },
  };
}

/** What a paper is framed by, before its number and the organ's right are known. */
const unnumbered = (id: string, origin: Origin, { town }: Runtime): Omit<Frame, "number"> => ({
  ...origin,
  ...{ id, town, organ: { name: town.organName, uscc: town.uscc }, mode: "statutory" },
});

/** Two commands of one document follow from one cause: each is known by its step. */
const step = (cause: Cause, name: string): Cause => ({ ...cause, id: `${cause.id}|${name}` });

/** Personal data comes from the case as it was, never from an event. */
async function sourceOf(origin: Origin, runtime: Runtime): Promise<Source | undefined> {
  const { application: id, certificate: paper, sequence } = origin;
  const { store } = runtime;
  if (paper !== undefined) {
    const [found, held] = await Promise.all([store.load(application, id), store.asOf(certificate, paper, sequence)]);
    return found === undefined || held === undefined
      ? undefined
      : { id, application: found.state, certificate: held.state };
  }
  const found = await store.asOf(application, id, sequence);
  if (found === undefined) return undefined;
  if (origin.kind !== "delivery-record") return { id, application: found.state };
  return { id, application: found.state, handover: await handoverOf(id, runtime) };
}

/** What the record of delivery says besides its case: the refusal's number, or how and to whom the certificate was given. */
async function handoverOf(id: string, { store, keyed }: Runtime): Promise<Handover> {
  const events = await store.history(application, id);
  const deciding = (outcome: string) => {
    const event = events.find(({ type }) => type === `permits.application.${outcome}`);
    return event === undefined ? undefined : `application/${id}/${event.sequence}`;
  };
  const [refusing, granting] = [deciding("refused"), deciding("granted")];
  if (refusing !== undefined) {
    const refusal = await store.load(document, documentOf("refusal", refusing).id(keyed));
    return present({ refusal: refusal?.state.number });
  }
  const held = granting === undefined ? undefined : await store.load(certificate, certificateIdOf(keyed, granting));
  if (held === undefined || held.state.status === "drawn-up") return {};
  const { handedOver: way, collectedBy } = held.state;
  if (collectedBy === undefined) return present({ way });
  const given = await store.load(authorisation, collectedBy.authorisation);
  if (given === undefined) throw new Error("nobody gave the authorisation under which it was collected");
  const { agent, givenOn, until, proof } = given.state;
  const by = { authorisation: given.id, name: agent.name, givenOn, until, proof: proof.kind };
  return { ...present({ way }), agent: by };
}

async function numberIt(id: string, origin: Origin, source: Source, runtime: Runtime, cause: Cause): Promise<Numbered> {
  const numbering = instruct({
    of: document,
    id,
    expects: "either",
    facts: { power: factReference(knownPower, itemOf(origin.application)) },
    command: (facts): NumberIt => ({
      type: "number",
      ...origin,
      ...givenNumber(origin.kind, source, origin.replaces !== undefined),
      power: facts.power,
    }),
  });
  await numbering.carryOut(runtime, step(cause, "numbered"));
  const numbered = await runtime.store.load(document, id);
  if (numbered === undefined) throw new Error("the document was not numbered");
  return numbered.state;
}

const dated = ({ time }: CloudEvent) => ({ at: time, on: todayIn(time).toString() });

const paperOf = (kind: DocumentKind, event: CloudEvent): Parameters<typeof draw> => [
  documentOf(kind, event.id),
  { kind, application: subjectId(event), sequence: event.sequence, ...dated(event) },
];

/** The papers that follow from what happens to an application. */
const ofApplication = (happened: string, kind: DocumentKind): Subscription =>
  on(`permits.application.${happened}`, z.object({}), (_data, event) => [draw(...paperOf(kind, event))]);

/** The papers that follow from what happens to a certificate, of the application that it came from. */
const ofCertificate = (happened: string, kind: CertificateKind): Subscription =>
  on(`permits.certificate.${happened}`, z.object({ ground: z.string().optional() }), ({ ground }, event) => {
    if (ground === "renewed" || ground === "changed") return [];
    const named = documentOf(kind, event.id);
    const paper = subjectId(event);
    return [
      {
        key: named.key,
        async carryOut(runtime, cause) {
          const held = await runtime.store.load(certificate, paper);
          if (held === undefined) return { done: false, code: "document-without-case" };
          const { application: of } = held.state;
          const origin = { kind, application: of, certificate: paper, sequence: event.sequence, ...dated(event) };
          return draw(named, origin).carryOut(runtime, cause);
        },
      },
    ];
  });

/** XK-36, XK-47: the applicant and each of those whose interests it touches get a paper of their own, that names no other. */
const ofHearingRights = on(
  "permits.application.third-parties-informed",
  thirdPartiesInformed.pick({ number: true }),
  ({ number }, event) => {
    const kind = "hearing-rights-notice";
    const [named, origin] = paperOf(kind, event);
    const parties = Array.from({ length: number }, (_none, party) =>
      draw(documentOf(kind, `${event.id}/${party}`), { ...origin, party }),
    );
    return [draw(named, origin), ...parties];
  },
);

/** XK-48: the notice of a hearing goes to the applicant and, under the same number, to each of those told of their right. */
const ofHearing = on("permits.application.hearing-called", z.object({}), (_data, event) => {
  const kind = "hearing-notice";
  const [named, origin] = paperOf(kind, event);
  return [
    draw(named, origin),
    {
      key: `${named.key}/parties`,
      async carryOut(runtime, cause) {
        const called = await runtime.store.asOf(application, origin.application, origin.sequence);
        const told =
          called !== undefined && "thirdParties" in called.state ? called.state.thirdParties?.informed : undefined;
        for (const party of (told?.parties ?? []).keys()) {
          const drawn = await draw(documentOf(kind, `${event.id}/${party}`), { ...origin, party }).carryOut(
            runtime,
            cause,
          );
          if (!drawn.done) return drawn;
        }
        return { done: true };
      },
    },
  ];
});

/** A filing ends as it is recorded, and has its receipt: nothing is delivered besides (L16). */
const ofClosing = on("permits.application.closed", applicationClosed.pick({ outcome: true }), ({ outcome }, event) =>
  outcome === "granted" || outcome === "refused" ? [drawDelivery(event)] : [],
);

/** A certificate that ended before its issue is in nobody's hand: nothing is delivered. */
function drawDelivery(event: CloudEvent): Instruction {
  const drawn = draw(...paperOf("delivery-record", event));
  return {
    ...drawn,
    async carryOut(runtime, cause) {
      const { items } = await runtime.store.list(certificate, { ...certificatesOf(subjectId(event)), limit: 5 });
      const never = items.some(({ state }) => state.status !== "drawn-up" && state.issuedOn === undefined);
      return never ? { done: true } : drawn.carryOut(runtime, cause);
    },
  };
}

/** A pause whose end is counted anew, for a calendar announced meanwhile, is the same pause: its notice is out already. */
const ofPause = on("permits.application.paused", applicationPaused.pick({ pause: true }), ({ pause }, event) =>
  pause.from === dated(event).on ? [draw(...paperOf("pause-notice", event))] : [],
);

/** What takes a document's place is drawn from the same moment of the case, by today's texts, under a number of its own. */
const ofReplacement = on("permits.document.superseded", documentSuperseded.pick({ by: true }), ({ by }, event) => [
  {
    key: `document/${by}`,
    async carryOut(runtime, cause) {
      const replaced = await runtime.store.load(document, subjectId(event));
      if (replaced === undefined) return { done: false, code: "document-without-case" };
      const { kind, application: id, certificate: paper, sequence, number, party } = replaced.state;
      const origin = { kind, application: id, sequence, replaces: number, ...dated(event) };
      return draw(
        { key: `document/${by}`, id: () => by },
        { ...origin, ...present({ certificate: paper, party }) },
      ).carryOut(runtime, cause);
    },
  },
]);

export const documentReactions: readonly Subscription[] = [
  ofApplication("received", "receipt"),
  ofApplication("corrections-notified", "corrections-notice"),
  ofApplication("accepted", "acceptance-notice"),
  ofApplication("declined", "non-acceptance"),
  ofApplication("withdrawn", "withdrawal-notice"),
  ofPause,
  ofApplication("extended", "extension-notice"),
  ofApplication("granted", "grant"),
  ofApplication("refused", "refusal"),
  ofApplication("forwarded", "forwarding-letter"),
  ofApplication("recorded", "filing-receipt"),
  ofApplication("inspectors-assigned", "inspectors-notice"),
  ofHearingRights,
  ofHearing,
  ofClosing,
  ofCertificate("issued", "certificate"),
  ofCertificate("suspended", "suspension-notice"),
  ofCertificate("revoked", "revocation"),
  ofCertificate("cancelled", "cancellation-notice"),
  ofReplacement,
];
