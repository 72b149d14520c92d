type Env = (key: string, fallback?: string) => string;

export default ({ env }: { env: Env }) => ({
  level: env('LOG_LEVEL', 'http'),
  updates: { enabled: false },
});
