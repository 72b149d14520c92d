module.exports = ({ env }) => ({
  host: '127.0.0.1',
  port: env.int('PORT', 0),
  app: { keys: ['test-key-a', 'test-key-b'] },
  // Uploads of a test do not land in the repository.
  dirs: { public: env('PUBLIC_DIR', './public') },
  logger: { updates: { enabled: false }, startup: { enabled: false } },
  // Nothing happens in a test that it did not ask for; tasks are called by their names.
  cron: { enabled: false },
  webhooks: { populateRelations: false },
});
