import * as z from "zod";
import { id } from "./text.ts";

const identity = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("oidc"),
    issuer: z.url({ protocol: /^https$/ }),
    audience: z.array(z.string().min(1)).min(1),
  }),
  z.strictObject({ kind: z.literal("cognito") }),
]);

const corsOrigin = z.string().refine((text) => text === "*" || isOrigin(text), {
  message: "an origin is like https://town.example, or * / 来源须如 https://town.example，或为 *",
});
const isOrigin = (text: string) => {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.origin === text;
};

/** Where and how the town runs in the cloud. */
export const deployment = z
  .strictObject({
    /** The AWS account that the town is deployed to; without one, that of who deploys. */
    account: z
      .string()
      .regex(/^\d{12}$/)
      .optional(),
    region: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/),
    partition: z.enum(["aws", "aws-cn"]),
    /** P-13: network logs are kept six months or more. */
    logRetentionDays: z.int().min(183, "logs are kept at least 183 days (P-13) / 日志留存不少于 183 天"),
    identity,
    /** What the functions run on: what is tested is what runs. */
    runtime: z.enum(["nodejs24.x"]).default("nodejs24.x"),
    architecture: z.enum(["arm64", "x86_64"]).default("arm64"),
    /** Whether the functions that people and queues call send traces to X-Ray; without it, they do not. */
    tracing: z.boolean().optional(),
    /** 备案号: the licence without which the gateway answers no public request in China. */
    icpLicence: z.string().min(6).max(40).optional(),
    alarmsTo: z.email().optional(),
    /** Origins of web pages that may call the API and the files, here and in the cloud; `*`: any. */
    corsOrigins: z.array(corsOrigin).min(1).default(["*"]),
  })
  .refine(({ region, partition }) => region.startsWith("cn-") === (partition === "aws-cn"), {
    path: ["partition"],
    message: "regions cn-* belong to aws-cn and no others do / cn-* 区域与 aws-cn 分区必须一致",
  });

/** Another department's system: the event types it receives, exact (`permits.application.accepted`) or ending in `.*`. */
export const subscriber = z.strictObject({
  id,
  department: id,
  types: z.array(z.string().regex(/^[a-z][a-z-]*(\.[a-z][a-z0-9-]*)*(\.\*|\.[a-z][a-z0-9-]*)$/)).min(1),
  /** The AWS account of the department's system, in the town's own partition, which may read the queue. */
  account: z
    .string()
    .regex(/^\d{12}$/)
    .optional(),
});

export type Deployment = z.infer<typeof deployment>;
export type Subscriber = z.infer<typeof subscriber>;
