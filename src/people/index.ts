export { demandPeople } from './demanding';
export { findPeople, findPerson, findPersonByEmail, peopleByKey } from './loading';
export { Person } from './person';
export { PersonResolver } from './resolver';
