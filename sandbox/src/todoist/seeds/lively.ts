import type { Account } from '../account.ts'
import { plantBed, plantLabels, plantProject, type Bed, type Seedling } from './plant.ts'

const labels = { phone: 'sky_blue', errand: 'orange', deep: 'violet', fifteen: 'lime_green', waiting: 'grey' }

const inbox: readonly Seedling[] = [
  { content: 'Ask the neighbours about the parcel', day: 0, labels: ['fifteen'] },
  { content: 'Look up how long saffron keeps' },
  { content: '* Ideas live here until Sunday' },
  { content: 'Return the borrowed ladder 🪜', day: -3, priority: 2 },
  { content: 'Read [the bus timetable for winter](https://bus.example/winter)', day: 1 },
]

const home: Bed = {
  name: 'Home 🏡',
  color: 'berry_red',
  tasks: [
    { content: 'Water the kitchen herbs', every: 'every day', priority: 2, labels: ['fifteen'] },
    { content: 'Take out the paper', every: 'every other monday', time: '07:00' },
    { content: 'Pay the rent', every: 'every 1st', priority: 4, deadline: 20 },
    { content: 'Descale the kettle', every: 'every! 30 days', day: -2 },
    { content: 'Haftpflichtversicherungsbescheinigung an die Hausverwaltung schicken', day: 0, priority: 3 },
    { content: 'Call the chimney sweep', day: 0, time: '16:30', labels: ['phone'], minutes: 15 },
  ],
  sections: {
    'Living room': [
      {
        content: 'Hang the long shelf',
        priority: 3,
        day: 2,
        minutes: 90,
        below: [
          { content: 'Buy wall plugs, 8 mm', day: 1, labels: ['errand'] },
          { content: 'Find the stud behind the plaster' },
          { content: 'Borrow a spirit level', day: 1, labels: ['waiting'] },
        ],
      },
      { content: 'Choose a lamp that does not hum' },
      { content: 'Wash the curtains', day: -9 },
    ],
    Paperwork: [
      {
        content: 'Lohnsteuerjahresausgleichsunterlagen zusammensuchen',
        priority: 4,
        deadline: 12,
        day: 3,
        labels: ['deep'],
      },
      { content: 'Scan the warranty of the dishwasher', description: 'Drawer **two**, green folder.' },
      { content: 'Back up the photos', every: 'every last friday', priority: 2 },
    ],
  },
}

const work: Bed = {
  name: 'Work',
  color: 'blue',
  tasks: [
    { content: 'Stand-up', every: 'every weekday', time: '09:15', zone: 'Europe/Berlin', minutes: 15 },
    { content: 'Plan the week', every: 'every monday', time: '08:30', priority: 3, labels: ['deep'] },
    { content: 'Answer the supplier in Osaka', day: 0, time: '17:00', zone: 'Asia/Tokyo', priority: 3 },
    {
      content: 'Call with the Chicago office',
      day: 0,
      time: '10:00',
      zone: 'America/Chicago',
      labels: ['phone'],
      minutes: 45,
    },
    { content: 'Send the expense report', day: -1, priority: 4, deadline: 1 },
  ],
  sections: {
    Bakery: [
      {
        content: 'Draft the opening-hours page',
        priority: 4,
        day: 0,
        minutes: 120,
        labels: ['deep'],
        below: [
          { content: 'Collect the holidays', day: 0 },
          { content: 'Write three sentences about the oven' },
        ],
      },
      { content: 'Compare two printers for the menu', day: 4 },
      { content: 'Fix the typo on `/contact`', labels: ['fifteen'] },
    ],
    Later: [
      { content: '* Things that can wait for spring' },
      { content: 'Learn the new spreadsheet functions', labels: ['deep'] },
      { content: 'Tidy the shared drive', day: 21, days: 2 },
    ],
  },
}

const garden: Bed = {
  name: 'Garden 🌱',
  color: 'green',
  tasks: [
    { content: 'Feed the worms', every: 'every 3 days', day: -1 },
    { content: 'Empty the rain barrel before the frost', day: 5, priority: 3, deadline: 8 },
    { content: 'Prune the currants', day: 30 },
    { content: 'Kompostumsetzungsgerätschaften reinigen', day: -14, priority: 2 },
    {
      content: 'Order seeds: beans, chard, **two** kinds of tomato',
      below: [{ content: 'Count what is left in the tin' }],
    },
    { content: 'Oil the secateurs', every: 'every last day', labels: ['fifteen'] },
  ],
}

const trip: Bed = {
  name: 'Lisbon by train 🚆',
  color: 'yellow',
  tasks: [
    {
      content: 'Reserve the night train',
      priority: 4,
      day: 0,
      deadline: 2,
      description: 'Window seats, if there are any.',
    },
    { content: 'Departure 🚉', day: 40, time: '20:34', zone: 'Europe/Paris', minutes: 30 },
    { content: 'Check the passports', day: 6, priority: 2 },
  ],
  sections: {
    'To pack': [
      { content: '* Only what fits into one bag' },
      { content: 'Adapters and the short cable' },
      { content: 'Reisekrankenversicherungskarte', day: 38 },
      { content: 'A thin book', labels: ['errand'] },
    ],
    'To see': [
      { content: 'Tile museum, [plan of the rooms](https://tiles.example/rooms)' },
      { content: 'Tram 28 before eight', day: 42, time: '07:40', zone: 'Europe/Lisbon' },
    ],
  },
}

const body: Bed = {
  name: 'Body and people',
  color: 'magenta',
  tasks: [
    { content: 'Stretch for five minutes', every: 'every day', time: '07:30', minutes: 5 },
    { content: 'Swim', every: 'every other thursday', time: '18:00', minutes: 60 },
    { content: 'Dentist', day: 0, time: '14:15', priority: 3, minutes: 30 },
    { content: 'Write to Aunt Ilse ✉️', day: -5 },
    { content: 'Choir practice', every: 'every tuesday', time: '19:30', zone: 'Europe/Berlin' },
    {
      content: 'Pick a present for the twins',
      day: 9,
      priority: 2,
      labels: ['errand'],
      below: [
        { content: 'Ask what they are reading', labels: ['phone'] },
        { content: 'Wrap it', day: 10 },
      ],
    },
    { content: 'Blood donation', every: 'every 3 months', day: 17 },
  ],
}

/** A full life of about sixty tasks, arranged around today. */
export function seedLively(account: Account): void {
  plantLabels(account, labels)
  const bed = { name: 'Inbox', color: 'charcoal', tasks: inbox }
  plantBed(account, bed, plantProject(account, bed, true))
  for (const project of [home, work, garden, trip, body]) plantBed(account, project)
}
