import { z } from 'zod';

/**
 * The objects of SARIF 2.1.0 that hedui writes, as the standard defines them (OASIS Standard, 27 March 2020; § beside each).
 * Strict: a property that the standard does not have at that place is refused, as by its JSON schema.
 */
const text = z.string().min(1);
const propertyBag = z.record(z.string(), z.unknown());
/** § 3.11 */
const message = z.strictObject({ text });
const level = z.enum(['none', 'note', 'warning', 'error']);
/** RFC 3986: no blanks, no characters beyond ASCII. */
const uri = z.string().regex(/^[!#-;=?-[\]_a-z~%A-Z]+$/);
/** § 3.4 */
const artifactLocation = z.strictObject({ uri, index: z.int().min(0).optional() });
/** § 3.28 */
const location = z.strictObject({
  id: z.int().min(0).optional(),
  physicalLocation: z.strictObject({
    artifactLocation,
    region: z.strictObject({ properties: propertyBag }).optional(),
  }),
  logicalLocations: z
    .array(z.strictObject({ name: text, fullyQualifiedName: text, kind: text }))
    .min(1)
    .optional(),
  message: message.optional(),
});
/** § 3.49 */
const reportingDescriptor = z.strictObject({
  id: text,
  name: z.string().regex(/^\w+$/),
  shortDescription: message,
  fullDescription: message,
  help: message,
  defaultConfiguration: z.strictObject({ level }),
  properties: propertyBag,
});
/** § 3.27 */
const result = z.strictObject({
  ruleId: text,
  ruleIndex: z.int().min(0),
  level,
  message,
  locations: z.array(location).max(1),
  relatedLocations: z.array(location),
  partialFingerprints: z.record(z.string().regex(/^[\w/]+\/v\d+$/), text),
  suppressions: z
    .array(
      z.strictObject({
        kind: z.enum(['inSource', 'external']),
        status: z.enum(['accepted', 'underReview', 'rejected']),
        justification: z.string(),
      }),
    )
    .optional(),
  properties: propertyBag,
});

/** § 3.13 */
export const sarif = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z.array(
    z.strictObject({
      tool: z.strictObject({
        driver: z.strictObject({ name: text, version: text, rules: z.array(reportingDescriptor) }),
      }),
      columnKind: z.enum(['utf16CodeUnits', 'unicodeCodePoints']),
      language: z.string().regex(/^[a-z]{2}-[A-Z]{2}$/),
      artifacts: z.array(
        z.strictObject({
          location: artifactLocation,
          length: z.int().min(-1),
          hashes: z.record(z.string(), z.string()),
        }),
      ),
      invocations: z.array(
        z.strictObject({
          executionSuccessful: z.boolean(),
          toolExecutionNotifications: z.array(
            z.strictObject({ level, message, locations: z.array(location) }),
          ),
        }),
      ),
      results: z.array(result),
    }),
  ),
});
