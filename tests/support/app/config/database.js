// The host changes its schema inside transactions, which MySQL ends at each change; knex says so a hundred times a start.
const warn = (message) => {
  if (!String(message).includes('implicitly committed')) console.warn(message);
};

// The same variables as in any Strapi app. tests/support/test-database.ts fills them in.
module.exports = ({ env }) => {
  const client = env('DATABASE_CLIENT', 'sqlite');
  if (client === 'sqlite') {
    return {
      connection: {
        client,
        connection: { filename: env('DATABASE_FILENAME', '.tmp/data.db') },
        useNullAsDefault: true,
        // No test ends with the power cut off: nobody waits for the disk.
        pool: {
          afterCreate: (connection, done) => {
            connection.pragma('synchronous = OFF');
            done(null, connection);
          },
        },
      },
    };
  }
  return {
    connection: {
      client,
      connection: {
        host: env('DATABASE_HOST', '127.0.0.1'),
        port: env.int('DATABASE_PORT'),
        user: env('DATABASE_USERNAME'),
        password: env('DATABASE_PASSWORD', ''),
        database: env('DATABASE_NAME'),
        // Nor here; MariaDB knows it for the whole server only.
        ...(client === 'postgres' ? { options: '-c synchronous_commit=off' } : {}),
      },
      // Enough for 20 requests at once to really overlap.
      pool: { min: 0, max: env.int('DATABASE_POOL_MAX', 20) },
      acquireConnectionTimeout: 60000,
      log: { warn },
    },
  };
};
