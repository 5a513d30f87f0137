/** Cases of the sections A to D that are proved in another place than at `verifyCredential`. */
export const provedElsewhere: Readonly<Record<string, string>> = {
  'LD-11':
    'kit/src/canonical/canonical.test.ts: a badge in compact form can name no blank node, so no such graph gets that far',
  'LD-32': 'conformance/open-badges-3.0.test.ts',
  'LD-33': 'conformance/json-test-suite.test.ts',
  'SD-01':
    'kit/src/proofs/sd-jwt/verify-sd-jwt.test.ts: a negative set of our own, for the 58 vectors are not shared',
  'SD-14':
    'kit/src/proofs/sd-jwt/type-metadata.test.ts: no metadata are fetched when a credential is verified',
}

/** Cases that do not apply yet, and why. */
export const notYet: Readonly<Record<string, string>> = {
  'JOS-24': 'nothing encrypted is ever opened, so nothing can expand; any JWE is refused as in JOS-23',
  'LD-29': 'ecdsa-sd-2023 is not verified: such a proof is undecided (proof.unsupported)',
  'LD-31': 'the inputs of the data model suite are not among the shared vectors',
  'ST-12':
    'kit/src/status knows an older list from a newer one, but nobody remembers yet which was seen last',
  'SD-15': 'SD-JWT credentials are not issued yet',
  'JAD-08': 'no CRL or OCSP is read yet (SECURITY.md)',
}
