const closed = new Set();

/** Whatever else the host's own plugins ask of it is answered with itself. */
const crudOf = (uid) => {
  const crud = new Proxy(
    {},
    {
      get: (_, name) => () => {
        if (name === 'disable') closed.add(uid);
        return crud;
      },
    }
  );
  return crud;
};

module.exports = {
  services: { extension: () => ({ closed, use() {}, shadowCRUD: crudOf }) },
};
