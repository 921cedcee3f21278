import type {
  Bring,
  Bundle,
  BundleCommand,
  BundleEvent,
  FileBundle,
} from "../../../services/permits/bundles/domain/bundle.ts";
import { bundle } from "../../../services/permits/bundles/domain/decider.ts";
import { town } from "../../support/deciding.ts";
import { partyId } from "../../support/keyed.ts";
import { aGuide, theApplicant, theClerk } from "../cases/builders.ts";
import { Living } from "../duties/builders.ts";

const material = (name: string, shared = false) => ({
  name,
  required: true,
  shared,
  copies: { original: 1, copy: 0 },
  source: shared ? ("government" as const) : ("applicant" as const),
});

/** The guides of 农村建房一件事 (two items) and 开小餐饮店一件事 (three), with names as in the lists. */
export const houseGuides = [
  {
    code: "PL-001",
    materials: [material("农村宅基地和建房（规划许可）申请表"), material("户口簿", true), material("建房承诺书")],
  },
  { code: "PL-003", materials: [material("申请表"), material("户口簿", true), material("建设方案图")] },
];

export const theForm = "农村建房一件事申请表";
export const everything = [theForm, "建房承诺书", "建设方案图"];
export const houseDefinition = town.bundles.find(({ code }) => code === "YJS02");

export const aFiling = (more: Partial<FileBundle> = {}): FileBundle => ({
  type: "file",
  id: "YJS02.0123456789ABCDEF",
  definition: houseDefinition,
  applicant: theApplicant,
  party: partyId(theApplicant.idNumber),
  materials: everything,
  channel: "window",
  guides: houseGuides.map((one) => aGuide(one)),
  ...more,
});

export const aBundle = (filing = aFiling(), by = theClerk) =>
  new Living<Bundle, BundleCommand, BundleEvent>(bundle).lawfully(filing, "2026-03-02", by);

/** The application form once more, for both parts, of which nothing is known yet. */
export const aBringing = (more: Partial<Bring> = {}): Bring => ({
  type: "bring",
  materials: [{ name: theForm }],
  files: [],
  applications: [],
  ...more,
});
