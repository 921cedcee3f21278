import { periodEnd } from "../../../../../shared/calendar/index.ts";
import type { Rejection } from "../../../../../shared/decider/index.ts";
import type { CaseOfficer } from "../case/case.ts";
import type { EvidenceKind } from "../case/evidence-kinds.ts";
import { badInput, refuse } from "../refusals.ts";
import type { EvidenceParts, Interview, Monitoring, Recording, Signing } from "./evidence.ts";

const article = { article: "最高法行政诉讼证据规定10–15", rule: "CF-46a" };

/** CF-46a: the parts that each kind of evidence has. */
const asked: Readonly<Record<EvidenceKind, readonly (keyof EvidenceParts)[]>> = {
  documentary: ["original"],
  physical: ["original"],
  "audio-visual": ["recording"],
  electronic: ["recording"],
  testimony: ["interview", "signing"],
  "party-statement": ["interview", "signing"],
  "expert-opinion": ["opinion"],
  "inspection-record": ["onSite", "signing"],
};

interface Taken {
  readonly collectedOn: string;
  readonly officers: readonly CaseOfficer[];
  /** CF-47a: the town has a disputed check recorded. */
  readonly recordsDisputes: boolean;
}

/** CF-46a, CF-41, CF-30a: what a piece of evidence lacks; undefined: nothing. */
export function lacking(kind: EvidenceKind, parts: EvidenceParts, taken: Taken): Rejection | undefined {
  const missing = asked[kind].filter((part) => parts[part] === undefined);
  if (missing.length > 0)
    return refuse("enforcement.evidence-incomplete", { kind, missing, ...article }, `/${missing[0]}`);
  return (
    badCopy(parts) ??
    badRecording(parts.recording, taken) ??
    unreviewed(parts.monitoring, taken) ??
    alone(parts.interview, taken) ??
    unsigned(parts.signing, taken) ??
    unrecorded(kind, parts.signing, taken) ??
    badTimes(parts) ??
    badSample(kind, parts)
  );
}

const badCopy = ({ original }: EvidenceParts): Rejection | undefined =>
  original?.what === "copy" && !(original.checkedAgainstOriginal && original.marked)
    ? refuse("enforcement.copy-not-checked", article, "/original")
    : undefined;

function badRecording(recording: Recording | undefined, { collectedOn }: Taken): Rejection | undefined {
  if (recording === undefined) return undefined;
  const { sound, transcript, madeOn } = recording;
  if (sound && transcript === undefined)
    return refuse("enforcement.evidence-incomplete", { missing: ["transcript"], ...article }, "/recording/transcript");
  return madeOn > collectedOn
    ? badInput("enforcement.collected-in-the-future", { on: collectedOn }, "/recording/madeOn")
    : undefined;
}

/** CF-41: a device without legal and technical review, sign and public place proves nothing; its record is looked at before use. */
function unreviewed(monitoring: Monitoring | undefined, { collectedOn }: Taken): Rejection | undefined {
  if (monitoring === undefined) return undefined;
  const { legalReview, technicalReview, sign, locationPublic, recordReviewedBy } = monitoring;
  const reviewed = [legalReview, technicalReview].every((one) => one !== undefined && one.on <= collectedOn);
  return reviewed && sign && locationPublic && recordReviewedBy !== undefined
    ? undefined
    : refuse("enforcement.monitoring-not-reviewed", { article: "行政处罚法41", rule: "CF-41" }, "/monitoring");
}

/** CF-30a: a person is a minor until the day after his eighteenth birthday (CF-30). */
const isMinor = (bornOn: string, on: string): boolean => on <= periodEnd(bornOn, 18, "year").toString();

function alone(interview: Interview | undefined, { collectedOn, officers }: Taken): Rejection | undefined {
  if (interview === undefined) return undefined;
  const { bornOn, companion, told } = interview;
  if (bornOn > collectedOn)
    return badInput("enforcement.collected-in-the-future", { on: collectedOn }, "/interview/bornOn");
  if (!told)
    return refuse(
      "enforcement.evidence-incomplete",
      { missing: ["told"], article: "行政处罚法55", rule: "CF-54" },
      "/interview/told",
    );
  if (!isMinor(bornOn, collectedOn)) return undefined;
  const minor = { article: "未成年人保护法110", rule: "CF-30a" };
  if (companion === undefined) return refuse("enforcement.minor-alone", minor, "/interview/companion");
  return isOfficer(companion.name, officers)
    ? badInput("enforcement.witness-is-officer", minor, "/interview/companion/name")
    : undefined;
}

const plain = (name: string) => name.replace(/\s/g, "");
const isOfficer = (name: string, officers: readonly CaseOfficer[]) =>
  officers.some((one) => plain(one.name) === plain(name));

/** CF-46a: every page is signed; a refusal is noted with a witness who is no officer, or with a recording. */
function unsigned(signing: Signing | undefined, { officers }: Taken): Rejection | undefined {
  if (signing === undefined) return undefined;
  if (signing.how === "signed")
    return signing.pages >= 1 && signing.signedPages === signing.pages
      ? undefined
      : refuse("enforcement.evidence-incomplete", { missing: ["signedPages"], ...article }, "/signing/signedPages");
  const { witness, recording } = signing;
  if (witness === undefined && recording === undefined)
    return refuse("enforcement.unsigned-without-witness", article, "/signing");
  return witness !== undefined && isOfficer(witness, officers)
    ? badInput("enforcement.witness-is-officer", article, "/signing/witness")
    : undefined;
}

/** CF-47a: a check on the spot whose record the party refuses to sign is in dispute: a witness alone is not enough. */
const unrecorded = (kind: EvidenceKind, signing: Signing | undefined, taken: Taken): Rejection | undefined =>
  taken.recordsDisputes && kind === "inspection-record" && signing?.how === "refused" && signing.recording === undefined
    ? refuse("enforcement.check-unrecorded", { article: "行政处罚法47", rule: "CF-47a" }, "/signing/recording")
    : undefined;

/** CF-56: of things alone samples are taken, and never more than there is. */
function badSample(kind: EvidenceKind, { sampling }: EvidenceParts): Rejection | undefined {
  if (sampling === undefined) return undefined;
  const { lot, taken, spare } = sampling;
  return kind === "physical" && taken + spare <= lot
    ? undefined
    : badInput("enforcement.sample-unlike-lot", { lot, article: "行政处罚法56", rule: "CF-56" }, "/sampling");
}

const badTimes = ({ onSite }: EvidenceParts): Rejection | undefined =>
  onSite !== undefined && onSite.to < onSite.from
    ? badInput("enforcement.ends-before-it-begins", { act: "onSite" }, "/onSite/to")
    : undefined;
