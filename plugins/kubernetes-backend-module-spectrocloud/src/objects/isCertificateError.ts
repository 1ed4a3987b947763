import type { KubernetesFetchError } from '@backstage/plugin-kubernetes-common';

/** As OpenSSL and Node word that a certificate isn't trusted, or is another host's. */
const UNTRUSTED =
  /certificate|self-signed|CERT_|unable to verify|altnames|issuer/i;

/** Whether a cluster's certificate isn't trusted, or its address belongs to another one now. */
export function isCertificateError(error: KubernetesFetchError): boolean {
  return (
    error.errorType === 'FETCH_ERROR' &&
    'message' in error &&
    UNTRUSTED.test(error.message)
  );
}
