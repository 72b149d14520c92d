/** People who do not exist, at addresses that do not exist either. */
export interface Buyer {
  email: string;
  firstName: string;
  lastName: string;
  street: string;
  city: string;
  postcode: string;
  country: string;
}

const buyer = (
  firstName: string,
  lastName: string,
  street: string,
  postcode: string,
  city: string,
  country: string
): Buyer => ({
  email: `${firstName}.${lastName}@example.com`
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z.@]/g, ''),
  firstName,
  lastName,
  street,
  city,
  postcode,
  country,
});

export const ADA = buyer('Ada', 'Marlow', '12 Orchard Row', 'BA1 5LT', 'Bath', 'GB');

export const buyers: Buyer[] = [
  ADA,
  buyer('Jonas', 'Keller', 'Lindenallee 8', '20259', 'Hamburg', 'DE'),
  buyer('Camille', 'Roux', '4 rue des Tanneurs', '69002', 'Lyon', 'FR'),
  buyer('Inés', 'Valle', 'Calle del Olmo 31', '41003', 'Sevilla', 'ES'),
  buyer('Noor', 'de Wit', 'Spuistraat 77', '1012', 'Amsterdam', 'NL'),
  buyer('Elin', 'Strand', 'Nygatan 5', '411 08', 'Göteborg', 'SE'),
  buyer('Marcus', 'Webb', '880 Alder Street', '97205', 'Portland', 'US'),
  buyer('Sofia', 'Lind', 'Torggata 14', '0181', 'Oslo', 'NO'),
  buyer('Teo', 'Ferrara', 'Via dei Pini 9', '40121', 'Bologna', 'IT'),
  buyer('Hanna', 'Vogel', 'Marktplatz 3', '8001', 'Zürich', 'CH'),
  buyer('Priya', 'Nair', '27 Canal Walk', 'M1 3AX', 'Manchester', 'GB'),
  buyer('Owen', 'Price', '5 Harbour Lane', 'SA1 1UN', 'Swansea', 'GB'),
];

export const notes = [
  'Please leave it with the neighbours at number 14.',
  'It is a present: no prices in the parcel, please.',
  'Ring twice.',
];
