// A fresh Strapi takes seconds to make its tables, more on a busy machine and on MariaDB.
jest.setTimeout(90_000);
