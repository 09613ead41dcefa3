import 'server-only'
import { compactDecrypt } from 'jose/jwe/compact/decrypt'
import { CompactEncrypt } from 'jose/jwe/compact/encrypt'
import * as z from 'zod'
import { isKey } from '../env.ts'

/** A key that a person had remembered, with the one provider and origin that it is for. */
const sealedKeySchema = z.strictObject({
  provider: z.string(),
  origin: z.string(),
  key: z.string().refine(isKey),
  /** The Unix time in seconds at which it is forgotten. */
  until: z.int(),
})

const contentSchema = z.strictObject({ keys: z.array(sealedKeySchema) })

export type SealedKey = z.output<typeof sealedKeySchema>

/** Seals keys so that only who has `secret` (32 bytes) can read them, or change them unnoticed. */
export async function seal(keys: readonly SealedKey[], secret: Uint8Array): Promise<string> {
  const content = new TextEncoder().encode(JSON.stringify({ keys }))
  return await new CompactEncrypt(content)
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .encrypt(secret)
}

/** The keys in a seal, without those whose time `now` (Unix seconds) is past; none in a broken one. */
export async function unseal(text: string, secret: Uint8Array, now: number): Promise<SealedKey[]> {
  try {
    const { plaintext } = await compactDecrypt(text, secret, {
      keyManagementAlgorithms: ['dir'],
      contentEncryptionAlgorithms: ['A256GCM'],
    })
    const { keys } = contentSchema.parse(JSON.parse(new TextDecoder().decode(plaintext)))
    return keys.filter(({ until }) => until > now)
  } catch {
    return []
  }
}
