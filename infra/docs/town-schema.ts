import * as z from "zod";
import { uploadTypes } from "../../shared/files/upload/kinds.ts";
import { roles } from "../../shared/town/roles.ts";

export const titleView = z.object({ zh: z.string(), en: z.string() });
const named = z.object({ id: z.string(), name: titleView });

/** What `GET /town` answers: names and codes that a front end shows, each code once. */
export const townView = z.object({
  slug: z.string(),
  code: z.string(),
  name: titleView,
  organName: titleView,
  county: z.object({ code: z.string(), name: titleView }),
  offices: z.array(named.extend({ kind: z.enum(["administrative", "institution"]) })),
  departments: z.array(named),
  domains: z.array(z.object({ code: z.string(), list: z.enum(["permits", "penalties"]), name: titleView })),
  windows: z.array(named.extend({ group: z.string(), office: z.string(), domains: z.array(z.string()) })),
  villages: z.array(z.object({ code: z.string(), kind: z.enum(["community", "village"]), name: titleView })),
  fileTypes: z.array(z.object({ type: z.enum(uploadTypes), maxBytes: z.int(), name: titleView })),
  roles: z.array(z.object({ code: z.enum(roles), name: titleView })),
  /** By service, by field, by value. */
  labels: z.record(z.string(), z.record(z.string(), z.record(z.string(), titleView))),
});
