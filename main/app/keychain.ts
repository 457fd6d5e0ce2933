import { safeStorage } from 'electron'
import type { SafeStorage } from 'electron'
import type { Keychain } from './secrets.ts'

/** Older runtimes have only the calls that block; a runtime without the newer ones lacks them altogether. */
type AnySafeStorage = Pick<SafeStorage, 'isEncryptionAvailable' | 'encryptString' | 'decryptString'> &
  Partial<SafeStorage>

const storage: AnySafeStorage = safeStorage

export const systemKeychain: Keychain = {
  isAvailable: async () => {
    // 'basic_text' encrypts with a password that stands in the source code of Chromium: no safe at all.
    if (process.platform === 'linux' && storage.getSelectedStorageBackend?.() === 'basic_text') return false
    return storage.isAsyncEncryptionAvailable
      ? storage.isAsyncEncryptionAvailable()
      : storage.isEncryptionAvailable()
  },
  encrypt: async text =>
    storage.encryptStringAsync ? storage.encryptStringAsync(text) : storage.encryptString(text),
  decrypt: async bytes => {
    const encrypted = Buffer.from(bytes)
    if (!storage.decryptStringAsync) return storage.decryptString(encrypted)
    return (await storage.decryptStringAsync(encrypted)).result
  },
}
