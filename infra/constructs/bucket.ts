import { AnyPrincipal, Effect, PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { BlockPublicAccess, Bucket, BucketEncryption, HttpMethods, ObjectOwnership } from "aws-cdk-lib/aws-s3";
import { Aws, Duration, RemovalPolicy, Stack, Validations } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import { bucketName } from "../../shared/service/names.ts";
import type { TownProfile } from "../../shared/town/profile.ts";
import { retentionOf } from "./log.ts";

interface Spec {
  readonly town: TownProfile;
  readonly service: string;
}

/** Both buckets: nobody but the account, over TLS alone, encrypted, left where their stack is taken down. */
const guarded = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  encryption: BucketEncryption.S3_MANAGED,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  removalPolicy: RemovalPolicy.RETAIN,
} as const;

/** As long as a table can be recovered, so can a file that was removed. */
const recovery = Duration.days(35);

/**
 * The files of a service. A name in a bucket is given once: its policy refuses every write that does not say
 * `If-None-Match: *`. Versioned, so that what was removed can be brought back for as long as the table can; not locked,
 * since a person's materials must be erasable once nobody needs them (PIPL 47). Who fetched or brought a file from where
 * is in the access log.
 */
export class FileBucket extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, { town, service }: Spec) {
    super(scope, id);
    const name = bucketName(town.slug, service, Aws.ACCOUNT_ID);
    const log = new Bucket(this, "Log", {
      ...guarded,
      bucketName: `${name}-log`,
      lifecycleRules: [{ id: "P-13", expiration: Duration.days(retentionOf(town.deployment.logRetentionDays)) }],
    });
    this.bucket = new Bucket(this, "Bucket", {
      ...guarded,
      bucketName: name,
      versioned: true,
      // `Bucket` itself does not fit its interface under exact optional types
      serverAccessLogsBucket: Bucket.fromBucketName(this, "LogByName", log.bucketName),
      lifecycleRules: [
        {
          id: "unfinished-and-removed",
          abortIncompleteMultipartUploadAfter: Duration.days(1),
          noncurrentVersionExpiration: recovery,
          expiredObjectDeleteMarker: true,
        },
      ],
      // Who may do what hangs on the signature of a URL
      cors: [
        {
          allowedOrigins: [...town.deployment.corsOrigins],
          allowedMethods: [HttpMethods.GET, HttpMethods.PUT],
          allowedHeaders: ["content-type", "if-none-match", "x-amz-checksum-sha256"],
          exposedHeaders: ["etag"],
          maxAge: Duration.hours(2).toSeconds(),
        },
      ],
    });
    this.bucket.addToResourcePolicy(
      new PolicyStatement({
        sid: "WrittenOnce",
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ["s3:PutObject"],
        resources: [this.bucket.arnForObjects("*")],
        conditions: { Null: { "s3:if-none-match": "true" } },
      }),
    );
    const own = Stack.of(this).formatArn({ service: "s3", region: "", account: "", resource: name });
    log.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal("logging.s3.amazonaws.com")],
        actions: ["s3:PutObject"],
        resources: [log.arnForObjects("*")],
        conditions: {
          ArnEquals: { "aws:SourceArn": own },
          StringEquals: { "aws:SourceAccount": Aws.ACCOUNT_ID },
        },
      }),
    );
    Validations.of(this.bucket).acknowledge({
      id: "@aws-cdk/aws-s3:accessLogsPolicyNotAdded",
      reason: "The log's own policy above lets S3 write, from this bucket alone",
    });
    for (const one of [log, this.bucket])
      Validations.of(one).acknowledge(
        {
          id: "NIST.800.53.R5-S3BucketReplicationEnabled",
          reason: "A person's files must be erasable on their day (P-8); S3 keeps them in three places of the region",
        },
        {
          id: "NIST.800.53.R5-S3DefaultEncryptionKMS",
          reason: "S3 encrypts with its own key; who runs the account would run a key of our own too",
        },
      );
    Validations.of(log).acknowledge({
      id: "NIST.800.53.R5-S3BucketVersioningEnabled",
      reason: "S3 writes each log once under a name of its own, and nobody else may write there",
    });
    const [logicalId]: string[] = Stack.of(this).resolve(this.bucket.bucketArn)["Fn::GetAtt"];
    Validations.of(scope).acknowledge({
      id: `AwsSolutions-IAM5[Resource::<${logicalId}.Arn>/*]`,
      reason: "A service's functions read and write all files of its own bucket; their keys are made while it runs",
    });
  }
}
