export { demandPeople } from './demanding';
export { findPeople, findPerson, peopleByKey } from './loading';
export { Person } from './person';
export { PersonResolver } from './resolver';
