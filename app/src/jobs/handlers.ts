import type { Services } from '../rooms/services.ts'
import {
  type CredentialIssued,
  type CredentialRevoked,
  noticeRevocation,
  receiveCredential,
} from '../rooms/wallet/index.ts'

/** Does what a message asks for. It may be called more than once for one message and must then have one effect. */
export type Handler = (services: Services, payload: Readonly<Record<string, string>>) => Promise<void>

/** Kind of message → who handles it. The sender's and the handler's types meet here. */
export const handlers: Readonly<Record<string, Handler>> = {
  'credential.issued': (services, payload) =>
    receiveCredential(services, payload as unknown as CredentialIssued),
  'credential.revoked': (services, payload) =>
    noticeRevocation(services, payload as unknown as CredentialRevoked),
}
