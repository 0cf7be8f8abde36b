#include <iostream>

int main() {
  std::cout << "calque " CALQUE_VERSION "\n";
  return 0;
}
