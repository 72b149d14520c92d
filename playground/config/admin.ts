type Env = (key: string, fallback?: string) => string;

/** These secrets are fine for a shop that runs on your own machine only. Set your own everywhere else. */
export default ({ env }: { env: Env }) => ({
  auth: { secret: env('ADMIN_JWT_SECRET', 'playground-admin-secret') },
  apiToken: { salt: env('API_TOKEN_SALT', 'playground-token-salt') },
  transfer: { token: { salt: env('TRANSFER_TOKEN_SALT', 'playground-transfer-salt') } },
  secrets: { encryptionKey: env('ENCRYPTION_KEY', 'playground-encryption-key-32-chr') },
  flags: { nps: false, promoteEE: false },
});
